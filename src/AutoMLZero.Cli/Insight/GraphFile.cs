using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using AutoMLZero.Language;

namespace AutoMLZero.Cli.Insight;

/// <summary>Pictures of data flow in files.</summary>
internal static class GraphFile
{
    private const string Graphviz = "dot";

    /// <summary><c>dot</c> or <c>svg</c>, by the end of a name; null for other names.</summary>
    public static string? FormatOf(string path) => Path.GetExtension(path) switch { ".dot" => "dot", ".svg" => "svg", _ => null };

    /// <summary>Writes a graph, drawn if the name of the file asks for that.</summary>
    /// <param name="path">The file.</param>
    /// <param name="graph">The graph in the language of Graphviz.</param>
    /// <param name="cancellation">Ends the wait for Graphviz.</param>
    /// <exception cref="InputException">The file cannot be written, or a drawing is asked for and Graphviz is not installed.</exception>
    /// <exception cref="IOException">Graphviz fails.</exception>
    public static void Write(string path, string graph, CancellationToken cancellation)
    {
        var content = FormatOf(path) == "svg" ? Drawn(graph, cancellation) : Encoding.UTF8.GetBytes(graph);
        OutputFile.Write(path, content);
    }

    private static byte[] Drawn(string graph, CancellationToken cancellation)
    {
        using var process = Start();
        using var registration = cancellation.Register(process.Kill);
        var drawing = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(drawing, CancellationToken.None);
        process.StandardInput.Write(graph);
        process.StandardInput.Close();
        reading.Wait(CancellationToken.None);
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode == 0 ? drawing.ToArray() : throw new IOException($"Graphviz ('{Graphviz} -Tsvg') failed with exit code {process.ExitCode}");
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo(Graphviz, ["-Tsvg"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception problem)
        {
            throw new InputException($"an SVG file needs Graphviz, and there is no '{Graphviz}' here: install it or ask for a .dot file", problem);
        }
    }
}
