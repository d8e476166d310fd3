using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Helpers to read specs and to change them.</summary>
internal static class Specs
{
    public static ExperimentSpec Linear(params (string Key, string Value)[] overrides) =>
        Presets.Load("linear", overrides.Select(pair => KeyValuePair.Create(pair.Key, pair.Value)));

    /// <summary>The message of the error that reading must end with; it is one sentence that begins with the source.</summary>
    public static string Complaint(Action read)
    {
        var message = Assert.Throws<InputException>(read).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
