using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Experiments;

/// <summary>The fields of a spec and the bounds of their values.</summary>
internal static class SpecFields
{
    private const int MaxExamples = 10_000_000;
    /// <summary>The largest number of a budget.</summary>
    internal const long MaxWhole = 1_000_000_000_000_000;

    /// <summary>Reads the root object.</summary>
    public static ExperimentSpec Read(JsonField root, SpecCatalog catalog)
    {
        root.Object([
            "name", "description", "memory", "setup", "predict", "learn", "start", "evaluation", "method", "evolution", "functionalCache",
            "tasks", "experimentLength", "solvedAt", "stopWhenSolved", "budget"],
            [.. EarlyExitFields.Names, "islands", "strategy", "tuning", "routines", "registers"]);
        var memory = Addresses(root["memory"].Object(["scalars", "vectors", "matrices"]));
        var evaluation = root["evaluation"].Object(["combine", "maxAbsError", "precision"]);
        return SpecChecks.Check(root, new ExperimentSpec
        {
            Name = root["name"].Text(),
            Description = root["description"].Text(),
            Memory = memory,
            Setup = FunctionFields.Read(root["setup"]),
            Predict = FunctionFields.Read(root["predict"]),
            Learn = FunctionFields.Read(root["learn"]),
            Registers = RegistersFields.Read(root),
            Start = Start(root["start"], memory),
            Evaluation = Fitness(evaluation, evaluation["precision"].OneOf<Precision>(SpecWords.Precisions)),
            Method = root["method"].OneOf<SearchMethod>(SpecWords.Methods),
            Evolution = Evolution(root["evolution"]),
            FunctionalCache = Cache(root["functionalCache"]),
            CanonicalCache = EarlyExitFields.CanonicalCache(root),
            Hurdles = EarlyExitFields.Hurdles(root),
            MaxCost = EarlyExitFields.MaxCost(root),
            Islands = IslandsFields.Read(root, catalog),
            Strategy = StrategyFields.Read(root),
            Tuning = TuningFields.Read(root),
            Routines = RoutineFields.Read(root),
            Tasks = Splits(root["tasks"], catalog),
            ExperimentLength = root["experimentLength"].Whole(1, MaxWhole),
            SolvedAt = root["solvedAt"].Number(0, 1),
            StopWhenSolved = root["stopWhenSolved"].Flag(),
            Budget = Limits(root["budget"]),
        });
    }

    /// <summary>Reads the three numbers of addresses, which are fields of an object that may have others.</summary>
    public static MemoryShape Addresses(JsonField field) => new(
        field["scalars"].Whole(2, MemoryShape.MaxAddresses),
        field["vectors"].Whole(1, MemoryShape.MaxAddresses),
        field["matrices"].Whole(0, MemoryShape.MaxAddresses));

    /// <summary>Reads how fitness comes about, from fields of an object that may have others.</summary>
    public static EvaluationSettings Fitness(JsonField field, Precision precision) => new()
    {
        Combine = field["combine"].OneOf<Combination>(SpecWords.Combinations),
        MaxAbsError = field["maxAbsError"].Number(0, 1e15),
        Precision = precision,
    };

    private static StartSpec Start(JsonField field, MemoryShape memory)
    {
        field.Object(["kind", "program"]);
        return new StartSpec(field["kind"].OneOf<StartKind>(SpecWords.Starts), Program(field["program"], memory));
    }

    /// <summary>Reads a program, given by its name or as text; null when there is none.</summary>
    public static Program? Program(JsonField field, MemoryShape memory)
    {
        if (field.IsNull) return null;
        var text = field.Text();
        try
        {
            return ProgramParser.Parse(BuiltInPrograms.ByName.TryGetValue(text, out var program) ? program.ToString() : text, memory);
        }
        catch (ProgramFormatException error)
        {
            var names = string.Join(", ", BuiltInPrograms.ByName.Keys);
            throw field.Error($"is neither {names} nor a program within the memory: {error.Message}", error);
        }
    }

    private static EvolutionSpec Evolution(JsonField field)
    {
        field.Object(["population", "tournament", "mutationProbability", "mutations", "constantChange"]);
        return new EvolutionSpec
        {
            Population = field["population"].Whole(1, 100_000_000),
            Tournament = field["tournament"].Whole(1, 1_000_000),
            MutationProbability = field["mutationProbability"].Number(0, 1),
            Mutations = Mutations(field["mutations"]),
            ConstantChange = field["constantChange"].OneOf<ConstantChange>(SpecWords.ConstantChanges),
        };
    }

    private static MutationWeights Mutations(JsonField field)
    {
        field.Object([], [
            "insertInstruction", "removeInstruction", "randomizeInstruction", "randomizeFunction", "alterArgument", "trade", "alterConstant",
            "rebuildValue", "insertValue", "learnValue", "alterRegister", "alterOperation"]);
        double Weight(string name) => field.Optional(name)?.Number(0, 1_000_000) ?? 0;
        var weights = new MutationWeights
        {
            InsertInstruction = Weight("insertInstruction"),
            RemoveInstruction = Weight("removeInstruction"),
            RandomizeInstruction = Weight("randomizeInstruction"),
            RandomizeFunction = Weight("randomizeFunction"),
            AlterArgument = Weight("alterArgument"),
            Trade = Weight("trade"),
            AlterConstant = Weight("alterConstant"),
            RebuildValue = Weight("rebuildValue"),
            InsertValue = Weight("insertValue"),
            LearnValue = Weight("learnValue"),
            AlterRegister = Weight("alterRegister"),
            AlterOperation = Weight("alterOperation"),
        };
        return weights != new MutationWeights() ? weights : throw field.Error("has no weight, expected at least one that is not 0");
    }

    private static FunctionalCacheSettings? Cache(JsonField field)
    {
        if (field.IsNull) return null;
        field.Object(["trainExamples", "validExamples", "capacity"]);
        return new FunctionalCacheSettings
        {
            TrainExamples = field["trainExamples"].Whole(1, MaxExamples),
            ValidExamples = field["validExamples"].Whole(1, MaxExamples),
            Capacity = field["capacity"].Whole(1, 100_000_000),
        };
    }

    private static TaskSplits Splits(JsonField field, SpecCatalog catalog)
    {
        field.Object(["search", "select", "test"]);
        return new TaskSplits(catalog.ReadTasks(field["search"]), catalog.ReadTasks(field["select"]), catalog.ReadTasks(field["test"]));
    }

    private static Budget Limits(JsonField field)
    {
        field.Object([], ["experiments", "individuals", "trainingSteps", "seconds"]);
        return new Budget
        {
            Experiments = field.Optional("experiments")?.Whole(1, MaxWhole),
            Individuals = field.Optional("individuals")?.Whole(1, MaxWhole),
            TrainingSteps = field.Optional("trainingSteps")?.Whole(1, MaxWhole),
            Time = field.Optional("seconds") is { } seconds ? seconds.Time() : null,
        };
    }
}
