using System.Net;
using System.Net.Http.Headers;

namespace AutoMLZero.Data.Downloads;

/// <summary>Downloads files. What came before a failure or an interruption is kept, and the rest is asked for next time.</summary>
/// <param name="client">Asks the servers.</param>
/// <param name="monitor">Hears how far a download is.</param>
internal sealed class Download(HttpClient client, DataMonitor monitor)
{
    /// <summary>A server that sends nothing for so long is given up.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    private const string PartSuffix = ".part";
    private const int MostAttempts = 5;
    private const int BufferSize = 1 << 16;

    /// <summary>Downloads a file.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="path">Where it goes; while it is not complete, it is beside, with the suffix <c>.part</c>.</param>
    /// <exception cref="DownloadException">There is no such file, or no attempt brought it to its end.</exception>
    public async Task FetchAsync(Uri address, string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ContinueAsync(address, path + PartSuffix).ConfigureAwait(false);
                File.Move(path + PartSuffix, path, overwrite: true);
                return;
            }
            catch (Exception error) when (IsTransfer(error))
            {
                if (attempt == MostAttempts || error is HttpRequestException { StatusCode: { } status } && (int)status < 500)
                    throw new DownloadException($"{address}: {Reason(error)}", error);
            }
        }
    }

    private async Task ContinueAsync(Uri address, string path)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(monitor.Cancellation);
        silence.CancelAfter(LongestSilence);
        var have = new FileInfo(path) is { Exists: true } part ? part.Length : 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (have > 0) request.Headers.Range = new RangeHeaderValue(have, null);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable) File.Delete(path);
        response.EnsureSuccessStatusCode();
        var isContinued = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
        if (response.StatusCode == HttpStatusCode.PartialContent && !isContinued)
            throw new HttpRequestException($"the server sent another part than the one from byte {have}");
        await SaveAsync(response, path, isContinued ? have : 0, silence).ConfigureAwait(false);
    }

    private async Task SaveAsync(HttpResponseMessage response, string path, long done, CancellationTokenSource silence)
    {
        var total = done + response.Content.Headers.ContentLength;
        var name = $"downloading {Path.GetFileNameWithoutExtension(path)}";
        using var content = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
        using var file = new FileStream(path, done > 0 ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None);
        var buffer = new byte[BufferSize];
        while (await content.ReadAsync(buffer, silence.Token).ConfigureAwait(false) is > 0 and var count)
        {
            await file.WriteAsync(buffer.AsMemory(0, count), monitor.Cancellation).ConfigureAwait(false);
            done += count;
            silence.CancelAfter(LongestSilence);
            monitor.Report(new DataProgress(name, done, total ?? 0, DataUnit.Bytes));
        }

        if (done < total) throw new HttpIOException(HttpRequestError.ResponseEnded);
    }

    /// <summary>Whether the server or the network failed, rather than this machine or the user's patience.</summary>
    private bool IsTransfer(Exception error) =>
        error is HttpRequestException or HttpIOException || (error is OperationCanceledException && !monitor.Cancellation.IsCancellationRequested);

    private static string Reason(Exception error) => error switch
    {
        HttpRequestException { StatusCode: { } status } => $"the server answers {(int)status} {status}",
        OperationCanceledException => $"the server was silent for {LongestSilence.TotalSeconds} seconds",
        HttpIOException => "the connection ends before the file does",
        { InnerException: { } inner } => inner.Message,
        _ => error.Message,
    };
}
