using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class InstructionGeneratorTests
{
    [Fact]
    public void Operations_are_uniform()
    {
        var counts = new long[65];
        foreach (var instruction in Draw(Spaces.Everything, 200_000)) counts[(int)instruction.Op]++;
        ChiSquare.AssertUniform(counts);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public void Addresses_are_uniform_over_those_that_are_allowed(bool multiClass, int firstVector)
    {
        var space = Spaces.Of(new MemoryShape(5, 6, 3), Spaces.AllOps, multiClass);
        var outputs = new long[4, 6];
        var inputs = new long[4, 6];
        foreach (var instruction in Draw(space, 300_000))
        {
            var info = instruction.Op.Info();
            outputs[(int)info.Output, instruction.Output]++;
            inputs[(int)info.Input1, instruction.Input1]++;
            inputs[(int)info.Input2, instruction.Input2]++;
        }

        AssertUniform(outputs, OperandType.Scalar, 1, 5);
        AssertUniform(outputs, OperandType.Vector, firstVector, 6);
        AssertUniform(outputs, OperandType.Matrix, 0, 3);
        AssertUniform(inputs, OperandType.Scalar, 0, 5);
        AssertUniform(inputs, OperandType.Vector, 0, 6);
        AssertUniform(inputs, OperandType.Matrix, 0, 3);
    }

    [Theory]
    [InlineData(Op.ScalarConstant, 0, -1, 1)]
    [InlineData(Op.VectorConstant, 0, 0, 1)]
    [InlineData(Op.VectorConstant, 1, -1, 1)]
    [InlineData(Op.MatrixConstant, 1, 0, 1)]
    [InlineData(Op.MatrixConstant, 2, -1, 1)]
    [InlineData(Op.ScalarUniform, 0, -1, 1)]
    [InlineData(Op.VectorUniform, 1, -1, 1)]
    [InlineData(Op.MatrixGaussian, 0, -1, 1)]
    [InlineData(Op.MatrixGaussian, 1, 0, 1)]
    public void Constants_are_uniform_in_the_range_of_their_role(Op op, int constant, double low, double high)
    {
        var generator = new InstructionGenerator(Spaces.Of(new MemoryShape(3, 3, 3), [op]));
        var random = new RandomSource(5);
        ChiSquare.AssertUniform(() => generator.Draw(ComponentFunction.Learn, random).Constant(constant), low, high);
    }

    [Fact]
    public void What_an_operation_does_not_use_is_zero()
    {
        foreach (var instruction in Draw(Spaces.Everything, 20_000))
        {
            var info = instruction.Op.Info();
            if (info.Output == OperandType.None) Assert.Equal(0, instruction.Output);
            if (info.InputCount < 1) Assert.Equal(0, instruction.Input1);
            if (info.InputCount < 2) Assert.Equal(0, instruction.Input2);
            for (var i = info.Constants.Length; i < 3; i++) Assert.Equal(0, instruction.Constant(i));
        }
    }

    private static IEnumerable<Instruction> Draw(SearchSpace space, int count)
    {
        var generator = new InstructionGenerator(space);
        var random = new RandomSource(3);
        for (var i = 0; i < count; i++) yield return generator.Draw(ComponentFunction.Predict, random);
    }

    private static void AssertUniform(long[,] counts, OperandType type, int first, int end)
    {
        var row = Enumerable.Range(0, counts.GetLength(1)).Select(address => counts[(int)type, address]).ToArray();
        Assert.All(row[..first], count => Assert.Equal(0, count));
        Assert.All(row[end..], count => Assert.Equal(0, count));
        ChiSquare.AssertUniform(row[first..end]);
    }
}
