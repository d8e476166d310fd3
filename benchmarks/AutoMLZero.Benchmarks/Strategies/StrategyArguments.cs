using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Benchmarks.Strategies;

/// <summary>A variant of a strategy.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Overrides">What differs.</param>
internal sealed record StrategyVariant(string Name, ImmutableArray<KeyValuePair<string, string>> Overrides);

/// <summary>What <see cref="StrategyTable"/> is to run.</summary>
internal sealed record StrategyArguments(
    string Preset, string Strategy, ImmutableArray<ulong> Seeds, long? MaxIndividuals, ImmutableArray<StrategyVariant> Variants)
{
    /// <summary>Reads the arguments.</summary>
    /// <exception cref="InputException">An argument is not understood.</exception>
    public static StrategyArguments Parse(string[] args)
    {
        var result = new StrategyArguments("linear", "fast", [.. Enumerable.Range(0, 20).Select(i => (ulong)i)], null, []);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                result = result with { Variants = result.Variants.Add(Variant(args[i])) };
                continue;
            }

            if (i + 1 == args.Length) throw new InputException($"'{args[i]}' needs a value");
            var value = args[++i];
            result = args[i - 1] switch
            {
                "--preset" => result with { Preset = value },
                "--strategy" => result with { Strategy = value },
                "--seeds" => result with { Seeds = Range(value) },
                "--max-individuals" => result with { MaxIndividuals = long.Parse(value, CultureInfo.InvariantCulture) },
                _ => throw new InputException($"there is no option '{args[i - 1]}', expected --preset, --strategy, --seeds or --max-individuals"),
            };
        }

        return result.Variants.IsEmpty ? result with { Variants = [new StrategyVariant(result.Strategy, [])] } : result;
    }

    /// <summary>The spec of a variant.</summary>
    public ExperimentSpec Spec(StrategyVariant variant)
    {
        var spec = Experiments.Strategies.Load(AutoMLZero.Experiments.Presets.Json(Preset), Preset, Strategy, variant.Overrides);
        return MaxIndividuals is null ? spec : spec with { Budget = spec.Budget with { Individuals = MaxIndividuals } };
    }

    private static StrategyVariant Variant(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) return new StrategyVariant(text, []);
        return new StrategyVariant(text[..colon], [.. text[(colon + 2)..].Split("; ").Select(Override)]);
    }

    private static KeyValuePair<string, string> Override(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 ? KeyValuePair.Create(text[..at], text[(at + 1)..]) : throw new InputException($"'{text}' is no change, expected key=value");
    }

    private static ImmutableArray<ulong> Range(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && ulong.TryParse(parts[0], out var first) && ulong.TryParse(parts[1], out var last) && first <= last
            ? [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => first + (ulong)i)]
            : throw new InputException($"'{text}' is no range of seeds, expected one such as 1000-1019");
    }
}
