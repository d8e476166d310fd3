using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AutoMLZero.Data.Tests.Downloads;

/// <summary>A server on the loopback interface that sends files, and breaks off when told to.</summary>
internal sealed class FileServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Dictionary<string, byte[]> files;
    private readonly Task serving;

    public FileServer(Dictionary<string, byte[]> files)
    {
        this.files = files;
        var port = FreePort();
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        listener.Prefixes.Add(Address.AbsoluteUri);
        listener.Start();
        serving = Task.Run(Serve);
    }

    public Uri Address { get; }

    /// <summary>What was asked for, in order: the path, and the first byte if it was not the whole file.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>After how many bytes each of the next answers breaks off.</summary>
    public ConcurrentQueue<int> Breaks { get; } = [];

    /// <summary>Whether parts of files are sent.</summary>
    public bool KnowsParts { get; init; } = true;

    public void Dispose()
    {
        listener.Close();
        serving.Wait();
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The test is over, or the client hung up.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath[1..];
        var range = context.Request.Headers["Range"];
        var from = range is null ? 0 : int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        Requests.Enqueue(range is null ? path : string.Create(CultureInfo.InvariantCulture, $"{path} from {from}"));
        var response = context.Response;
        if (!files.TryGetValue(path, out var content)) response.StatusCode = 404;
        else if (from >= content.Length && KnowsParts) response.StatusCode = 416;
        else Send(response, content, KnowsParts ? from : 0, range is not null);
        response.Close();
    }

    private void Send(HttpListenerResponse response, byte[] content, int from, bool isPart)
    {
        response.ContentLength64 = content.Length - from;
        if (isPart && KnowsParts)
        {
            response.StatusCode = 206;
            response.AddHeader("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{content.Length - 1}/{content.Length}"));
        }

        var breaks = Breaks.TryDequeue(out var count);
        response.OutputStream.Write(content, from, breaks ? count : content.Length - from);
        if (!breaks) return;
        response.OutputStream.Flush();
        response.Abort();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
