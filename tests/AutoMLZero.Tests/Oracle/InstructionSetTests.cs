using System.Diagnostics;
using System.Globalization;

namespace AutoMLZero.Tests.Oracle;

/// <summary>The bits of fitness do not depend on the vector instructions of the processor.</summary>
public class InstructionSetTests
{
    private const string HashFile = "AUTOMLZERO_HASH_FILE";

    /// <summary>Also what a child process runs, which leaves the hash in the file that an environment variable names.</summary>
    [Fact]
    public void Fitness_has_the_same_hash_each_time()
    {
        var hash = Engine.Hash();
        Assert.Equal(hash, Engine.Hash());
        if (Environment.GetEnvironmentVariable(HashFile) is { } file) File.WriteAllText(file, Record(hash, HasVector512, HasVector256));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public async Task Fitness_has_the_same_bits_without_vector_instructions(bool avx512, bool avx2)
    {
        var file = Path.GetTempFileName();
        try
        {
            await RunChild(file, avx512, avx2);
            var expected = Record(Engine.Hash(), avx512 && avx2 && HasVector512, avx2 && HasVector256);
            Assert.Equal(expected, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static bool HasVector512 => System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated;

    private static bool HasVector256 => System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated;

    private static string Record(ulong hash, bool vector512, bool vector256) =>
        string.Create(CultureInfo.InvariantCulture, $"hash {hash:X16}, Vector512 {vector512}, Vector256 {vector256}");

    private static async Task RunChild(string file, bool avx512, bool avx2)
    {
        var name = typeof(InstructionSetTests).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : "");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, name)) { RedirectStandardOutput = true };
        start.ArgumentList.Add("--filter-method");
        start.ArgumentList.Add($"{typeof(InstructionSetTests).FullName}.{nameof(Fitness_has_the_same_hash_each_time)}");
        start.Environment[HashFile] = file;
        if (!avx512) start.Environment["DOTNET_EnableAVX512"] = "0";
        if (!avx2) start.Environment["DOTNET_EnableAVX2"] = "0";
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0, output);
    }
}
