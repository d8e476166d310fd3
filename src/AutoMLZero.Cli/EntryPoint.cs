using System.Runtime.InteropServices;

namespace AutoMLZero.Cli;

internal static class EntryPoint
{
    private static int Main(string[] args)
    {
        using var interruption = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
        return CommandLine.Run(args, Surroundings.OfProcess(interruption.Token));

        // The first signal asks the command to end; a second one ends the process as it would without us, but for the cursor, which the live display hides.
        void Interrupt(PosixSignalContext context)
        {
            if (interruption.IsCancellationRequested && !Console.IsErrorRedirected) Console.Error.Write("\e[?25h");
            context.Cancel = !interruption.IsCancellationRequested;
            interruption.Cancel();
        }
    }
}
