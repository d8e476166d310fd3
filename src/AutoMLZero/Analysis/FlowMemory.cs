using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>A memory cell that carries something from one function to a later one; the values that it carries are -1 where there is none.</summary>
/// <param name="Index">Its place among the memory cells of <see cref="DataFlow"/>.</param>
/// <param name="Type">Scalar, vector or matrix.</param>
/// <param name="Address">Its address in the program.</param>
/// <param name="Setup">The value that Setup leaves in it.</param>
/// <param name="Predict">The value that Predict leaves in it.</param>
/// <param name="Learn">The value that Learn leaves in it.</param>
public sealed record FlowMemory(int Index, OperandType Type, int Address, int Setup, int Predict, int Learn)
{
    /// <summary>The value that a function leaves in the cell, or -1.</summary>
    /// <param name="function">The function.</param>
    public int LeftBy(ComponentFunction function) => function switch
    {
        ComponentFunction.Setup => Setup,
        ComponentFunction.Predict => Predict,
        _ => Learn,
    };

    /// <summary>The name of the cell in the program, such as <c>v2</c>.</summary>
    public string Name => ProgramPrinter.Name(Type, Address);
}
