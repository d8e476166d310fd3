using AutoMLZero.Language;

namespace AutoMLZero.Tasks;

/// <summary>Brings features to another scale. Labels stay as they are, so that a program meets the same problem in other units.</summary>
public static class DataScale
{
    /// <summary>The smallest factor.</summary>
    public const double Least = 1e-6;

    /// <summary>The largest factor.</summary>
    public const double Most = 1e6;

    /// <summary>Examples with all features multiplied.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="factor">The factor.</param>
    public static Examples Apply(Examples examples, double factor)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (factor == 1) return examples;
        var features = examples.Features.ToArray();
        for (var i = 0; i < features.Length; i++) features[i] *= factor;
        return new Examples(examples.Dimension, features, examples.Labels.ToArray());
    }

    /// <summary>Checks a factor.</summary>
    /// <param name="factor">The factor.</param>
    /// <exception cref="InputException">It is out of its range.</exception>
    public static void Check(double factor)
    {
        if (!(factor is >= Least and <= Most)) throw new InputException($"the scale of features is {factor}, expected {Least} to {Most}");
    }
}
