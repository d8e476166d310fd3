using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using AutoMLZero.Language;
using NetArchTest.Rules;

namespace AutoMLZero.Tests.Architecture;

/// <summary>Dependencies in the core point one way.</summary>
public class ArrowTests
{
    private const string Logging = "Microsoft.Extensions.Logging.Abstractions";

    private static readonly Assembly Core = typeof(Program).Assembly;

    private static readonly Dictionary<string, ImmutableArray<string>> Uses = new()
    {
        ["Numerics"] = [],
        ["Language"] = ["Numerics"],
        ["State"] = ["Language", "Numerics"],
        ["Tasks"] = ["Language", "Numerics"],
        ["Analysis"] = ["Language", "Numerics"],
        ["Execution"] = ["Tasks", "Analysis", "State", "Language", "Numerics"],
        ["Search"] = ["Execution", "Tasks", "Analysis", "State", "Language", "Numerics"],
        ["Tuning"] = ["Analysis", "Language", "Numerics"],
        ["Experiments"] = ["Search", "Tuning", "Execution", "Tasks", "Analysis", "State", "Language", "Numerics"],
    };

    /// <summary>The folders of the core.</summary>
    public static TheoryData<string> Folders => [.. Uses.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_the_folders_below_it(string folder)
    {
        string[] forbidden = [.. Uses.Keys.Where(other => other != folder && !Uses[folder].Contains(other)).Select(Namespace)];
        if (forbidden.Length == 0) return;
        var types = Types.InAssembly(Core).That().ResideInNamespace(Namespace(folder));
        var result = types.ShouldNot().HaveDependencyOnAny(forbidden).GetResult();
        Assert.True(
            result.IsSuccessful,
            $"{folder} must not use {string.Join(", ", forbidden)}: see {string.Join(", ", result.FailingTypeNames ?? [])}.");
    }

    [Fact]
    public void Every_type_of_the_core_is_in_a_folder_with_a_rule()
    {
        var namespaces = Core.GetTypes().Select(type => type.Namespace ?? "").Distinct();
        var ours = namespaces.Where(name => name.StartsWith("AutoMLZero", StringComparison.Ordinal));
        Assert.DoesNotContain(ours, name => !Uses.Keys.Any(folder => name == Namespace(folder) || name.StartsWith(Namespace(folder) + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_core_stands_on_nothing_but_the_framework_and_logging_abstractions()
    {
        var references = Core.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name != Logging);
        Assert.DoesNotContain(references, name => !File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll")));
    }

    private static string Namespace(string folder) => $"AutoMLZero.{folder}";
}
