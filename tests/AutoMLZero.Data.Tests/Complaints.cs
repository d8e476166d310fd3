using AutoMLZero.Language;

namespace AutoMLZero.Data.Tests;

/// <summary>Errors that a user sees.</summary>
internal static class Complaints
{
    /// <summary>The message of the error that the work must end with: one sentence.</summary>
    public static string Of(Action work)
    {
        var message = Assert.Throws<InputException>(work).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
