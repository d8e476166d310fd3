using AutoMLZero.Benchmarks.Strategies;
using BenchmarkDotNet.Running;

namespace AutoMLZero.Benchmarks;

internal static class EntryPoint
{
    private static int Main(string[] args)
    {
        if (args is ["strategies", .. var rest]) return StrategyTable.Run(rest);
        if (args is ["sample", var name, var shown, var count]) { Sample.Run(name, int.Parse(shown), int.Parse(count)); return 0; }
        if (args is ["profile", var preset]) { Profile.Run(preset); return 0; }
        BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
        return 0;
    }
}
