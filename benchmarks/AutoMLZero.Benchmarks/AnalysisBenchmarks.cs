using AutoMLZero.Analysis;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks;

/// <summary>The analysis of random programs of the preset <c>linear</c>, and of the built-in linear model alone.</summary>
public class AnalysisBenchmarks
{
    private const int Programs = 1000;

    private readonly Canonicalizer canonicalizer = new();
    private Program[] programs = [];

    /// <summary>Makes the programs.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var generator = new ProgramGenerator(Presets.Load("linear").ToSearchSpace());
        var random = new RandomSource(1);
        programs = [.. Enumerable.Range(0, Programs).Select(_ => generator.Random(random))];
    }

    /// <summary>Random programs, one after the other.</summary>
    [Benchmark(OperationsPerInvoke = Programs)]
    public int Random()
    {
        var length = 0;
        foreach (var program in programs) length += canonicalizer.Analyze(program, multiClass: false).Length;
        return length;
    }

    /// <summary>The built-in linear model.</summary>
    [Benchmark]
    public int Linear() => canonicalizer.Analyze(BuiltInPrograms.Linear, multiClass: false).Length;
}
