using System.Runtime.Intrinsics;
using AutoMLZero.Execution.Streams;

namespace AutoMLZero.Tests.Execution;

public class WorstErrorTests
{
    [Theory]
    [InlineData(100, true)]
    [InlineData(0, true)]
    [InlineData(100.00000000000001, false)]
    [InlineData(double.PositiveInfinity, false)]
    [InlineData(double.NaN, false)]
    public void An_error_within_the_limit_keeps_a_task_running(double error, bool runs)
    {
        var worst = WorstError<double>.Start(Vector512<double>.AllBitsSet);
        worst = WorstError<double>.Of(worst, Vector512.Create(Math.Abs(error)));
        worst = WorstError<double>.Of(worst, Vector512.Create(1.0));
        Assert.Equal(runs, WorstError<double>.Within(worst, Vector512.Create(100.0)).AsUInt64()[0] == ulong.MaxValue);
        Assert.Equal(!runs, WorstError<double>.AreAllAbove(worst, Vector512.Create(100.0)));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(100.00001f, false)]
    [InlineData(float.NaN, false)]
    public void So_it_is_in_single_precision(float error, bool runs)
    {
        var worst = WorstError<float>.Start(Vector512<float>.AllBitsSet);
        worst = WorstError<float>.Of(worst, Vector512.Create(MathF.Abs(error)));
        worst = WorstError<float>.Of(worst, Vector512.Create(1f));
        Assert.Equal(runs, WorstError<float>.Within(worst, Vector512.Create(100f)).AsUInt32()[0] == uint.MaxValue);
        Assert.Equal(!runs, WorstError<float>.AreAllAbove(worst, Vector512.Create(100f)));
    }

    [Fact]
    public void A_task_that_does_not_run_is_above_every_limit()
    {
        var worst = WorstError<double>.Start(Vector512<double>.Zero);
        Assert.True(WorstError<double>.AreAllAbove(worst, Vector512.Create(double.MaxValue)));
        Assert.Equal(Vector512<ulong>.Zero, WorstError<double>.Within(worst, Vector512.Create(double.MaxValue)).AsUInt64());
    }

    [Fact]
    public void One_task_within_the_limit_is_enough_to_go_on()
    {
        var worst = Vector512.Create(200.0).WithElement(5, 3);
        Assert.False(WorstError<double>.AreAllAbove(worst, Vector512.Create(100.0)));
        Assert.True(WorstError<double>.AreAllAbove(WorstError<double>.Least(Vector512.Create(101.0), Vector512.Create(200.0)), Vector512.Create(100.0)));
    }
}
