using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tuning;

namespace AutoMLZero.Tests.Experiments;

public class SpecReaderTests
{
    [Fact]
    public void What_is_written_reads_back_equal()
    {
        var linear = Presets.Load("linear");
        ExperimentSpec[] specs =
        [
            .. Presets.Names.Select(name => Presets.Load(name)),
            linear with { FunctionalCache = null, Learn = null, Start = new(StartKind.Empty, BuiltInPrograms.Linear with { Setup = [] }) },
            linear with { Method = SearchMethod.Random, Budget = new() { Time = TimeSpan.FromTicks(12_345_678_901), Individuals = 7 } },
            linear with { Evaluation = new() { Combine = Combination.Median, Precision = Precision.Bits32, MaxAbsError = 0.1 } },
            linear with { CanonicalCache = new() { Capacity = 7 }, Hurdles = new() { Percentile = 62.5 }, MaxCost = new(BuiltInPrograms.NeuralNet, 4) },
            linear with { Tuning = new() { Method = TuningMethod.RandomSearch, Evaluations = 7 } },
            linear with { Name = "täs\"k\u2028", Budget = new() { Experiments = 3, TrainingSteps = 1_000_000_000_000 } },
        ];
        foreach (var spec in specs)
        {
            var read = SpecReader.Read(SpecWriter.Write(spec), "spec");
            Assert.Equal(spec, read);
            Assert.Equal(spec.GetHashCode(), read.GetHashCode());
        }
    }

    [Fact]
    public void Specs_that_differ_in_an_operation_are_not_equal() =>
        Assert.NotEqual(Specs.Linear(), Specs.Linear(("setup.ops", "[56, 27, 2, 3, 18, 24]")));

    [Fact]
    public void Operations_are_given_by_number_name_and_range()
    {
        var ops = Specs.Linear(("setup.ops", """[3, "VectorDot", "56-58"]""")).Setup!.Ops;
        Assert.Equal([Op.ScalarMultiply, Op.VectorDot, Op.ScalarConstant, Op.VectorConstant, Op.MatrixConstant], ops);
    }

    [Fact]
    public void Overrides_are_JSON_or_bare_words_and_may_add_what_is_optional()
    {
        var spec = Specs.Linear(
            ("evolution.population", "50"), ("method", "random"), ("functionalCache", "null"), ("budget.individuals", "1e6"), ("name", "x y"));
        Assert.Equal(50, spec.Evolution.Population);
        Assert.Equal(SearchMethod.Random, spec.Method);
        Assert.Null(spec.FunctionalCache);
        Assert.Equal(1_000_000, spec.Budget.Individuals);
        Assert.Equal("x y", spec.Name);
    }

    [Fact]
    public void A_built_in_program_starts_by_its_name() => Assert.Equal(
        new StartSpec(StartKind.Program, BuiltInPrograms.Linear), Specs.Linear(("start.kind", "program"), ("start.program", "linear")).Start);

    [Theory]
    [InlineData("tasks.search.count", "-1", "linear: tasks.search.count is -1, expected a whole number from 1 to 100000")]
    [InlineData("tasks.search.count", "0", "linear: tasks.search.count is 0, expected a whole number from 1 to 100000")]
    [InlineData("tasks.test.features", "3073", "linear: tasks.test.features is 3073, expected a whole number from 1 to 3072")]
    [InlineData("tasks.select.kind", "cubic", "linear: tasks.select.kind is \"cubic\", expected one of \"linear\", \"affine\", \"teacher\", \"formula\", \"mix\"")]
    [InlineData("evolution.population", "0", "linear: evolution.population is 0, expected a whole number from 1 to 100000000")]
    [InlineData("evolution.population", "1.5", "linear: evolution.population is 1.5, expected a whole number from 1 to 100000000")]
    [InlineData("evolution.tournament", "0", "linear: evolution.tournament is 0, expected a whole number from 1 to 1000000")]
    [InlineData("evolution.mutationProbability", "NaN", "linear: evolution.mutationProbability is \"NaN\", expected a number from 0 to 1")]
    [InlineData("evolution.mutations", "{}", "linear: evolution.mutations has no weight, expected at least one that is not 0")]
    [InlineData("solvedAt", "1e999", "linear: solvedAt is 1e999, expected a number from 0 to 1")]
    [InlineData("memory.scalars", "[]", "linear: memory.scalars is an array, expected a whole number from 2 to 256")]
    [InlineData("setup.ops", "[]", "linear: setup.ops is empty, expected at least one operation")]
    [InlineData("setup.ops", "[3, \"2-4\"]", "linear: setup.ops names operation 3 (ScalarMultiply) twice, expected each once")]
    [InlineData("setup.initialLength", "11", "linear: setup.initialLength is 11, expected a whole number from 0 to 10")]
    [InlineData("learn", "null", "linear: start.program is null, expected a program because learn is null")]
    [InlineData("start.kind", "program", "linear: start.program is null, expected a program because start.kind is \"program\"")]
    [InlineData("stopWhenSolved", "yes", "linear: stopWhenSolved is \"yes\", expected true or false")]
    [InlineData("functionalCache.trainExamples", "101", "linear: functionalCache.trainExamples is 101, expected at most tasks.search.train, 100")]
    [InlineData("budget.trainingSteps", "999", "linear: budget.trainingSteps is 999, expected at least 1000, what one individual costs")]
    [InlineData("canonicalCache", "5", "linear: canonicalCache is 5, expected an object")]
    [InlineData("canonicalCache", "{\"capacity\": 0}", "linear: canonicalCache.capacity is 0, expected a whole number from 1 to 100000000")]
    [InlineData("hurdles", "{\"tasks\": 11, \"trainExamples\": 5, \"validExamples\": 5, \"percentile\": 75}", "linear: hurdles.tasks is 11, expected at most tasks.search.count, 10")]
    [InlineData("hurdles", "{\"tasks\": 1, \"trainExamples\": 5, \"validExamples\": 5, \"percentile\": 101}", "linear: hurdles.percentile is 101, expected a number from 0 to 100")]
    [InlineData("maxCost", "{\"baseline\": \"linear\", \"factor\": 0}", "linear: maxCost.factor is 0, expected a number from 0.001 to 1000000")]
    [InlineData("maxCost", "{\"baseline\": null, \"factor\": 2}", "linear: maxCost.baseline is null, expected a program")]
    [InlineData("tuning", "5", "linear: tuning is 5, expected an object")]
    [InlineData("tuning", "{\"method\": \"grid\", \"evaluations\": 9}", "linear: tuning.method is \"grid\", expected one of \"cmaEs\", \"random\"")]
    [InlineData("tuning", "{\"method\": \"cmaEs\", \"evaluations\": 0}", "linear: tuning.evaluations is 0, expected a whole number from 1 to 1000000000")]
    [InlineData("budget.seconds", "0", "linear: budget.seconds is 0, expected a number of seconds from 0.001 to 1000000000")]
    public void A_value_out_of_bounds_is_named_with_its_path(string key, string value, string message) =>
        Assert.Equal(message, Specs.Complaint(() => Specs.Linear((key, value))));

    [Theory]
    [InlineData("evolution.populatoin")]
    [InlineData("evolution.mutations.swap")]
    [InlineData("evolution.x\ty")]
    [InlineData("nothing")]
    public void An_unknown_key_is_named(string key) =>
        Assert.StartsWith($"linear: {key.Replace('\t', '?')} is not a known field, expected one of ", Specs.Complaint(() => Specs.Linear((key, "1"))), StringComparison.Ordinal);

    [Fact]
    public void An_empty_key_is_named() =>
        Assert.StartsWith("linear: evolution.\"\" is not a known field", Specs.Complaint(() => Specs.Linear(("evolution.", "1"))), StringComparison.Ordinal);

    [Fact]
    public void A_key_that_leads_through_a_number_is_refused() => Assert.Equal(
        "there is no 'solvedAt.x' to set: 'solvedAt' is not an object, expected a path such as evolution.population",
        Specs.Complaint(() => Specs.Linear(("solvedAt.x", "1"))));

    [Theory]
    [InlineData("65")]
    [InlineData("-1")]
    [InlineData("\"Add\"")]
    [InlineData("\"5\"")]
    [InlineData("\"60-65\"")]
    [InlineData("\"9-8\"")]
    [InlineData("\"1-\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void What_is_no_operation_is_named(string op) => Assert.Equal(
        $"linear: setup.ops[1] is {op}, expected an operation: a number from 0 to 64, a name such as \"VectorDot\", or a range such as \"56-64\"",
        Specs.Complaint(() => Specs.Linear(("setup.ops", $"[2, {op}]"))));

    [Fact]
    public void Tasks_too_large_for_memory_are_refused_at_once()
    {
        var message = Specs.Complaint(() => Specs.Linear(("tasks.search.count", "100000"), ("tasks.search.train", "10000000")));
        Assert.StartsWith("linear: tasks.search is too large: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_must_serve_the_operations()
    {
        var message = Specs.Complaint(() => Specs.Linear(("setup.ops", "[\"MatrixAdd\"]"), ("memory.matrices", "0")));
        Assert.StartsWith("linear: memory does not serve the operations: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_cannot_be_read_is_refused_with_line_and_column()
    {
        var message = Specs.Complaint(() => Specs.Linear(("start.program", "def Setup():\\n  s9 = 1")));
        Assert.StartsWith("linear: start.program is neither affine, linear, neural-net nor a program within the memory: line 1", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "spec: line 1, column 1: ")]
    [InlineData("{\n  \"name\": }", "spec: line 2, column 11: ")]
    [InlineData("{\"name\": 1, \"name\": 2}", "spec: ")]
    [InlineData("{\"name\": \"\\ud800\"}", "spec: ")]
    [InlineData("[]", "spec: the JSON value is an array, expected an object")]
    [InlineData("null", "spec: the JSON value is null, expected an object")]
    [InlineData("{}", "spec: name is missing")]
    public void What_is_no_spec_is_refused(string json, string message)
    {
        Assert.StartsWith(message, Specs.Complaint(() => SpecReader.Read(json, "spec")), StringComparison.Ordinal);
        Specs.Complaint(() => SpecReader.Read(json, "spec", [KeyValuePair.Create("name", "x")]));
    }

    [Fact]
    public void Every_field_but_early_exits_limits_and_weights_must_be_there()
    {
        string[] optional =
        [
            "budget.experiments",
            "canonicalCache",
            "hurdles",
            "maxCost",
            "evolution.mutations.alterArgument",
            "evolution.mutations.randomizeFunction",
            "evolution.mutations.randomizeInstruction",
        ];
        var missing = SpecMutations.WithoutEachField(Presets.Json("linear")).ToArray();
        Assert.Equal(69, missing.Length);
        foreach (var (path, json) in missing)
        {
            if (optional.Contains(path)) SpecReader.Read(json, "spec");
            else Assert.Equal($"spec: {path} is missing", Specs.Complaint(() => SpecReader.Read(json, "spec")));
        }
    }
}
