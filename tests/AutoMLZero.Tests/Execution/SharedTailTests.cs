using AutoMLZero.Execution;
using AutoMLZero.Execution.Streams;

namespace AutoMLZero.Tests.Execution;

public unsafe class SharedTailTests
{
    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void It_is_for_tasks_that_fill_a_quarter_of_a_second_vector(int tasks, bool expected)
    {
        Assert.Equal(expected, SharedTail<double>.IsFor(new MemoryLayout<double>(dimension: 4, tasks)));
        Assert.Equal(expected, SharedTail<float>.IsFor(new MemoryLayout<float>(dimension: 4, 2 * tasks)));
        Assert.False(SharedTail<double>.IsFor(new MemoryLayout<double>(dimension: 3, tasks)));
    }

    [Fact]
    public void A_vector_of_ten_tasks_takes_five_eighths_of_its_lanes()
    {
        var layout = new MemoryLayout<double>(dimension: 4, tasks: 10);
        Assert.Equal(5 * layout.VectorSize, 8 * SharedTail<double>.VectorSize);
    }

    [Fact]
    public void Gathered_and_scattered_a_vector_is_as_before()
    {
        var layout = new MemoryLayout<double>(dimension: 4, tasks: 10);
        using var lanes = Numbered(layout);
        using var shared = new NativeBuffer((nuint)(SharedTail<double>.VectorSize * sizeof(double)));
        using var back = new NativeBuffer((nuint)(layout.VectorSize * sizeof(double)));
        SharedTail<double>.Gather((double*)lanes.Pointer, (double*)shared.Pointer);
        SharedTail<double>.Scatter((double*)shared.Pointer, (double*)back.Pointer);
        Assert.Equal(Elements(layout, lanes), Elements(layout, back));
    }

    [Fact]
    public void The_last_vector_has_the_elements_of_the_last_tasks_side_by_side()
    {
        var layout = new MemoryLayout<double>(dimension: 4, tasks: 10);
        using var lanes = Numbered(layout);
        using var shared = new NativeBuffer((nuint)(SharedTail<double>.VectorSize * sizeof(double)));
        SharedTail<double>.Gather((double*)lanes.Pointer, (double*)shared.Pointer);
        var last = new ReadOnlySpan<double>(shared.Pointer, SharedTail<double>.VectorSize)[^8..];
        Assert.Equal([8, 9, 108, 109, 208, 209, 308, 309], last);
    }

    [Fact]
    public void A_scalar_of_the_last_tasks_is_there_for_each_element()
    {
        var layout = new MemoryLayout<double>(dimension: 4, tasks: 10);
        using var lanes = Numbered(layout);
        using var shared = new NativeBuffer((nuint)(layout.Lanes * sizeof(double)));
        SharedTail<double>.GatherScalar((double*)lanes.Pointer, (double*)shared.Pointer);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 9, 8, 9, 8, 9], new ReadOnlySpan<double>(shared.Pointer, layout.Lanes));
    }

    /// <summary>A vector whose element e of task t is 100 e + t.</summary>
    private static NativeBuffer Numbered(MemoryLayout<double> layout)
    {
        var buffer = new NativeBuffer((nuint)(layout.VectorSize * sizeof(double)));
        for (var element = 0; element < layout.Dimension; element++)
        {
            for (var task = 0; task < layout.Tasks; task++)
                ((double*)buffer.Pointer)[(element * layout.ElementStride) + (task * layout.TaskStride)] = (100 * element) + task;
        }

        return buffer;
    }

    private static List<double> Elements(MemoryLayout<double> layout, NativeBuffer buffer)
    {
        var elements = new List<double>();
        for (var element = 0; element < layout.Dimension; element++)
        {
            for (var task = 0; task < layout.Tasks; task++)
                elements.Add(((double*)buffer.Pointer)[(element * layout.ElementStride) + (task * layout.TaskStride)]);
        }

        return elements;
    }
}
