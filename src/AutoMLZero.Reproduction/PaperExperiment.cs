using System.Collections.Immutable;
using AutoMLZero.Data.Images;
using AutoMLZero.Language;
using AutoMLZero.Reproduction.Reporting;

namespace AutoMLZero.Reproduction;

/// <summary>An experiment of the AutoML-Zero paper that can be repeated.</summary>
public abstract class PaperExperiment
{
    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it shows, in one line.</summary>
    public abstract string Shows { get; }

    /// <summary>The section of the paper.</summary>
    public abstract string Section { get; }

    /// <summary>The data sets that it needs.</summary>
    public virtual ImmutableArray<ImageDataSet> DataSets => [];

    /// <summary>About how long it takes on two cores.</summary>
    /// <param name="scale">How large it is.</param>
    public abstract TimeSpan Expected(Scale scale);

    /// <summary>Its sizes, each with its name. Trials that were done with other sizes are not used.</summary>
    /// <param name="scale">How large it is.</param>
    public abstract ImmutableSortedDictionary<string, long> Sizes(Scale scale);

    /// <summary>Its sizes, some of them replaced.</summary>
    /// <param name="scale">How large it is.</param>
    /// <param name="replaced">Other sizes.</param>
    /// <exception cref="InputException">There is no such size, or it is below 1.</exception>
    public ImmutableSortedDictionary<string, long> Sizes(Scale scale, IReadOnlyDictionary<string, long> replaced)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        var sizes = Sizes(scale);
        foreach (var (name, value) in replaced)
        {
            if (!sizes.ContainsKey(name)) throw new InputException($"there is no size '{name}' of {Name}, expected one of {string.Join(", ", sizes.Keys)}");
            if (value < 1) throw new InputException($"the size '{name}' is {value}, expected at least 1");
        }

        return sizes.SetItems(replaced);
    }

    /// <summary>Does the experiment.</summary>
    /// <param name="laboratory">Where it is done.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="InputException">A data set is missing or cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was canceled; trials that were finished are not repeated the next time.</exception>
    public abstract Findings Run(Laboratory laboratory);

    /// <summary>A table of sizes: a name and its value at each scale.</summary>
    /// <param name="scale">How large the experiment is.</param>
    /// <param name="sizes">The names with the values at tiny, small and full scale.</param>
    protected static ImmutableSortedDictionary<string, long> At(Scale scale, params ReadOnlySpan<(string Name, long Tiny, long Small, long Full)> sizes)
    {
        var chosen = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach (var (name, tiny, small, full) in sizes) chosen.Add(name, scale switch { Scale.Tiny => tiny, Scale.Small => small, _ => full });
        return chosen.ToImmutable();
    }

    /// <summary>A time by scale.</summary>
    /// <param name="scale">How large the experiment is.</param>
    /// <param name="tinySeconds">Seconds at tiny scale.</param>
    /// <param name="smallMinutes">Minutes at small scale.</param>
    /// <param name="fullHours">Hours at full scale.</param>
    protected static TimeSpan Time(Scale scale, double tinySeconds, double smallMinutes, double fullHours) => scale switch
    {
        Scale.Tiny => TimeSpan.FromSeconds(tinySeconds),
        Scale.Small => TimeSpan.FromMinutes(smallMinutes),
        _ => TimeSpan.FromHours(fullHours),
    };
}
