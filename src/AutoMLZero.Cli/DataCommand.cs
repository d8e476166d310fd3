using System.CommandLine;
using AutoMLZero.Data;
using AutoMLZero.Data.Downloads;
using AutoMLZero.Data.Images;

namespace AutoMLZero.Cli;

/// <summary><c>data</c>: gets data sets.</summary>
internal static class DataCommand
{
    private static readonly string Names = string.Join(", ", ImageDataSet.All.Select(set => set.Name));

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var set = DataSet();
        var from = new Option<string?>("--from") { HelpName = "DIR", Description = "Takes the files from this folder instead of downloading them." };
        var mirror = Mirror();
        var data = SharedOptions.DataDirectory();
        var get = new Command("get", "Downloads a data set, or takes it from files that you have, and checks it.") { set, from, mirror, data };
        get.Validators.Add(result =>
        {
            if (result.GetResult(from) is not null && result.GetResult(mirror) is not null)
                result.AddError("expected either --from or --mirror, found both");
        });
        get.SetAction(parsed => Run(
            parsed.GetValue(set)!,
            parsed.GetValue(from),
            parsed.GetValue(mirror),
            SharedOptions.Folder(parsed.GetValue(data), surroundings),
            surroundings));
        return new Command("data", "Gets the data sets that some presets are made of.") { get };
    }

    private static int Run(ImageDataSet set, string? from, Uri? mirror, DataFolder folder, Surroundings surroundings)
    {
        var installed = new ProgressDisplay(surroundings).Run<DataProgress, InstalledData>(
            progress => [(set.Title, DataProgressLines.Describe(progress))],
            progress => Install(set, from, mirror, new DataInstaller(folder, new DataMonitor(progress, surroundings.Interruption))));
        foreach (var warning in installed.Warnings) surroundings.Error.WriteLine($"warning: {warning}");
        var (train, test) = (Shown.Of(installed.Data.Train.Count), Shown.Of(installed.Data.Test.Count));
        surroundings.Output.WriteLine($"{set.Title}: {train} training and {test} test images of {set.Shape} pixels, in {installed.Folder}");
        return ExitCode.Done;
    }

    private static InstalledData Install(ImageDataSet set, string? from, Uri? mirror, DataInstaller installer)
    {
        if (from is not null) return installer.Copy(set, from);
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(30) };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return installer.DownloadAsync(set, client, mirror).GetAwaiter().GetResult();
    }

    private static Argument<ImageDataSet> DataSet() => new("NAME")
    {
        Description = $"The data set: {Names}.",
        CustomParser = result =>
        {
            var name = result.Tokens[0].Value;
            var set = ImageDataSet.All.FirstOrDefault(set => set.Name == name);
            if (set is null) result.AddError($"there is no data set '{name}', expected one of {Names}");
            return set!;
        },
    };

    private static Option<Uri?> Mirror() => new("--mirror")
    {
        HelpName = "URL",
        Description = "Downloads the files from this folder of a server instead of the data set's home.",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            result.AddError($"the value of --mirror is '{text}', expected an address such as https://example.org/mnist");
            return null;
        },
    };
}
