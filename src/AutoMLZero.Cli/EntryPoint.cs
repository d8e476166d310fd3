namespace AutoMLZero.Cli;

internal static class EntryPoint
{
    private static int Main(string[] args) => args.Length;
}
