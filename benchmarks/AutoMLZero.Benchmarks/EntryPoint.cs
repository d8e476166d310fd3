using AutoMLZero.Benchmarks.Strategies;
using BenchmarkDotNet.Running;

namespace AutoMLZero.Benchmarks;

internal static class EntryPoint
{
    private static int Main(string[] args)
    {
        if (args is ["strategies", .. var rest]) return StrategyTable.Run(rest);
        BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
        return 0;
    }
}
