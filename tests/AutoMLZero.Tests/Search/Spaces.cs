using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

/// <summary>Search spaces to test with.</summary>
internal static class Spaces
{
    public static readonly ImmutableArray<Op> AllOps = [.. Ops.All.Select(info => info.Op)];

    public static readonly ImmutableArray<ComponentFunction> Functions =
        [ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn];

    private static readonly ImmutableArray<Op> LinearOps =
        [Op.ScalarConstant, Op.VectorDot, Op.ScalarSubtract, Op.ScalarMultiply, Op.VectorScale, Op.VectorAdd];

    /// <summary>That of the authors' demo: fixed lengths 10, 2 and 8.</summary>
    public static SearchSpace Linear { get; } =
        new(new MemoryShape(4, 3, 1), new(LinearOps, 10, 10), new(LinearOps, 2, 2), new(LinearOps, 8, 8));

    /// <summary>All operations in all functions, with lengths that change.</summary>
    public static SearchSpace Everything { get; } = Of(new MemoryShape(8, 14, 3), AllOps);

    /// <summary>All operations with as many addresses as can be.</summary>
    public static SearchSpace Largest { get; } = Of(MemoryShape.Largest, AllOps);

    public static SearchSpace Of(MemoryShape memory, ImmutableArray<Op> ops, bool multiClass = false) =>
        new(memory, new FunctionSpace(ops, 5, 10), new FunctionSpace(ops, 5, 10), new FunctionSpace(ops, 5, 20), multiClass);
}
