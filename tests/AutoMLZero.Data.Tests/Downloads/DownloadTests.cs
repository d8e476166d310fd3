using AutoMLZero.Data.Downloads;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.Tests.Downloads;

public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)SplitMix.Mix((ulong)i))];

    private readonly TemporaryFolder folder = new();
    private readonly FileServer server = new(new() { ["file"] = Content });
    private readonly HttpClient client = new();

    private string Target => folder.In("file");

    public void Dispose()
    {
        server.Dispose();
        client.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_file_is_downloaded_and_heard_of()
    {
        var heard = new List<DataProgress>();
        await new Download(client, new DataMonitor(new Immediate<DataProgress>(heard.Add))).FetchAsync(new Uri(server.Address, "file"), Target);
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal(new DataProgress("downloading file", 300_000, 300_000, DataUnit.Bytes), heard[^1]);
        Assert.False(File.Exists(Target + ".part"));
    }

    [Fact]
    public async Task A_download_goes_on_where_the_connection_broke_off()
    {
        server.Breaks.Enqueue(100_000);
        server.Breaks.Enqueue(50_000);
        await Fetch();
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal(["file", "file from 100000", "file from 150000"], server.Requests);
    }

    [Fact]
    public async Task A_download_goes_on_where_the_user_ended_it()
    {
        using var interruption = new CancellationTokenSource();
        var monitor = new DataMonitor(new Immediate<DataProgress>(progress => { if (progress.Done >= 100_000) interruption.Cancel(); }), interruption.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Download(client, monitor).FetchAsync(new Uri(server.Address, "file"), Target));
        Assert.False(File.Exists(Target));
        var have = new FileInfo(Target + ".part").Length;
        Assert.InRange(have, 100_000, 299_999);
        await Fetch();
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal(["file", $"file from {have}"], server.Requests);
    }

    [Fact]
    public async Task A_server_that_knows_no_parts_sends_the_file_anew()
    {
        using var simple = new FileServer(new() { ["file"] = Content }) { KnowsParts = false };
        simple.Breaks.Enqueue(100_000);
        await new Download(client, default).FetchAsync(new Uri(simple.Address, "file"), Target);
        Assert.Equal(Content, File.ReadAllBytes(Target));
        Assert.Equal(["file", "file from 100000"], simple.Requests);
    }

    [Fact]
    public async Task A_part_that_is_longer_than_the_file_is_thrown_away()
    {
        folder.Write("file.part", [.. Content, 1]);
        await Assert.ThrowsAsync<DownloadException>(Fetch);
        await Fetch();
        Assert.Equal(Content, File.ReadAllBytes(Target));
    }

    [Fact]
    public async Task A_missing_file_is_asked_for_once()
    {
        var error = await Assert.ThrowsAsync<DownloadException>(() => new Download(client, default).FetchAsync(new Uri(server.Address, "none"), Target));
        Assert.Equal($"{server.Address}none: the server answers 404 NotFound", error.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_always_breaks_off_is_given_up()
    {
        for (var i = 0; i < 10; i++) server.Breaks.Enqueue(10);
        var error = await Assert.ThrowsAsync<DownloadException>(Fetch);
        Assert.Equal($"{server.Address}file: the connection ends before the file does", error.Message);
        Assert.Equal(5, server.Requests.Count);
    }

    private Task Fetch() => new Download(client, default).FetchAsync(new Uri(server.Address, "file"), Target);
}
