using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Tests.Oracle;

namespace AutoMLZero.Tests.Language;

public class RoundTripTests
{
    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(-double.Epsilon)]
    [InlineData(2.2250738585072014e-308)]
    [InlineData(2.225073858507201e-308)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    [InlineData(0.1)]
    [InlineData(1.0 / 3)]
    [InlineData(1e23)]
    [InlineData(9007199254740993.0)]
    [InlineData(123456789012345680.0)]
    public void Constants_read_back_bit_for_bit(double constant)
    {
        var instruction = new Instruction(Op.ScalarConstant, 1, Constant1: constant);
        Assert.Equal(Bits(constant), Bits(Written.Read(instruction.ToString()).Constant1));
    }

    [Fact]
    public void The_sign_of_zero_is_kept()
    {
        Assert.Equal(Bits(0.0), Bits(Written.Read("s1 = 0").Constant1));
        Assert.Equal(Bits(-0.0), Bits(Written.Read("s1 = -0").Constant1));
        Assert.Equal("s1 = -0", new Instruction(Op.ScalarConstant, 1, Constant1: -0.0).ToString());
    }

    [Fact]
    public void Constants_of_random_bits_read_back_bit_for_bit()
    {
        var random = new RandomSource(3);
        for (var i = 0; i < 20_000; i++)
        {
            var constant = BitConverter.UInt64BitsToDouble(random.NextBits());
            if (double.IsFinite(constant)) Constants_read_back_bit_for_bit(constant);
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Programs_read_back_bit_for_bit(bool multiClass, bool extensions)
    {
        var random = new RandomSource(4);
        var programs = new RandomPrograms(new MemoryShape(256, 20, 11), multiClass, extensions);
        for (var i = 0; i < 3000; i++)
        {
            var program = programs.Next(random);
            var read = ProgramParser.Parse(program.ToString());
            Assert.Equal(program, read);
            Assert.Equal(ConstantBits(program), ConstantBits(read));
        }
    }

    [Fact]
    public void Several_programs_read_back_from_one_text()
    {
        var random = new RandomSource(5);
        var programs = new RandomPrograms(new MemoryShape(5, 4, 2), multiClass: false);
        Program[] many = [.. Enumerable.Range(0, 50).Select(_ => programs.Next(random))];
        Assert.Equal(many, ProgramParser.ParseAll(string.Concat(many.Select((program, i) => $"# {i}\n{program}"))));
    }

    private static long Bits(double constant) => BitConverter.DoubleToInt64Bits(constant);

    private static IEnumerable<long> ConstantBits(Program program) =>
        from instruction in program.Setup.Concat(program.Predict).Concat(program.Learn)
        from index in Enumerable.Range(0, 3)
        select Bits(instruction.Constant(index));
}
