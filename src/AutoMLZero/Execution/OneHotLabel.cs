using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>The label of multi-class tasks as a vector, in <c>v1</c>.</summary>
internal static class OneHotLabel
{
    /// <summary>Checks that a program leaves the cell alone.</summary>
    /// <param name="program">A program for multi-class tasks.</param>
    /// <exception cref="InputException">An instruction writes the cell.</exception>
    public static void CheckIsNotWritten(Program program)
    {
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            foreach (ref readonly var instruction in program[function].AsSpan())
            {
                if (instruction.Output == 1 && instruction.Op.Info().Output == OperandType.Vector)
                    throw new InputException($"'{instruction}' in {function} writes v1, which holds the one-hot label of multi-class tasks");
            }
        }
    }
}
