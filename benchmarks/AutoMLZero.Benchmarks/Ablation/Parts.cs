using AutoMLZero.Execution;

namespace AutoMLZero.Benchmarks.Ablation;

/// <summary>What a <see cref="Part"/> means for the engine.</summary>
internal static class Parts
{
    /// <summary>The parts of the engine that run.</summary>
    public static EngineOptions Options(this Part part) => part switch
    {
        Part.WithoutRemoval or Part.WithoutFunctionalCacheAndRemoval => new EngineOptions { RemovesIntrons = false },
        Part.WithoutFusedPairs => new EngineOptions { FusesPairs = false },
        Part.WithoutHoisting => new EngineOptions { HoistsInvariants = false },
        Part.WithoutTrainingLoop => new EngineOptions { TrainsInOneLoop = false },
        Part.WithoutBlocks => new EngineOptions { ValidatesInBlocks = false },
        _ => EngineOptions.All,
    };

    /// <summary>How evaluations are spared.</summary>
    public static EarlyExits Exits(this Part part) => part switch
    {
        Part.WithoutFunctionalCache or Part.WithoutFunctionalCacheAndRemoval => new EarlyExits(),
        Part.CanonicalCache => new EarlyExits { CanonicalCache = new() },
        Part.Hurdles => new EarlyExits { Hurdles = Hurdles },
        Part.FunctionalCacheAndHurdles => new EarlyExits { FunctionalCache = new(), Hurdles = Hurdles },
        _ => new EarlyExits { FunctionalCache = new() },
    };

    /// <summary>The number format.</summary>
    public static Precision Precision(this Part part) => part == Part.Bits32 ? Execution.Precision.Bits32 : Execution.Precision.Bits64;

    private static HurdleSettings Hurdles { get; } = new() { Tasks = 10, TrainExamples = 30, ValidExamples = 30 };
}
