using AutoMLZero.Language;

namespace AutoMLZero.Runs;

/// <summary>Keeps other processes from searching in the same folder. Ends with the process, however that ends.</summary>
internal sealed class RunLock : IDisposable
{
    private readonly FileStream file;

    /// <summary>Locks a folder.</summary>
    /// <param name="files">The folder, which exists.</param>
    /// <exception cref="InputException">Another process has it, or it cannot be written.</exception>
    public RunLock(RunFiles files)
    {
        try
        {
            file = new FileStream(files.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw RunProblem.CannotWrite(files, problem);
        }
        catch (IOException problem)
        {
            throw File.Exists(files.Lock) && !RunProblem.IsAboutDisk(problem)
                ? new InputException($"another process searches in '{files.Root}', expected a run that nobody is at", problem)
                : RunProblem.CannotWrite(files, problem);
        }
    }

    /// <summary>Lets others have the folder.</summary>
    public void Dispose() => file.Dispose();
}
