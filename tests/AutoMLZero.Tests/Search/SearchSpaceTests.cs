using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Tests.Search;

public class SearchSpaceTests
{
    [Fact]
    public void Good_spaces_are_accepted()
    {
        Assert.Same(Spaces.Linear, Spaces.Linear.Validated());
        Assert.Same(Spaces.Everything, Spaces.Everything.Validated());
        Assert.Same(Spaces.Largest, Spaces.Largest.Validated());
        Of(new MemoryShape(2, 3, 1), Spaces.AllOps, multiClass: true).Validated();
        Of(new MemoryShape(2, 1, 0), [Op.NoOp, Op.ScalarAdd, Op.VectorDot]).Validated();
    }

    [Theory]
    [InlineData(1, 2, 0, false, Op.ScalarAdd, "scalars")]
    [InlineData(2, 0, 0, false, Op.ScalarAdd, "vectors")]
    [InlineData(2, 257, 0, false, Op.ScalarAdd, "vectors")]
    [InlineData(2, 1, 0, false, Op.VectorScale, "2 vector")]
    [InlineData(2, 1, 1, false, Op.MatrixRowNorm, "2 vector")]
    [InlineData(2, 2, 0, false, Op.MatrixNorm, "1 matrix")]
    [InlineData(2, 2, 0, false, Op.VectorOuter, "1 matrix")]
    [InlineData(2, 2, 0, false, Op.MatrixVectorProduct, "1 matrix")]
    [InlineData(2, 2, 1, true, Op.ScalarAdd, "vectors")]
    public void Memory_that_cannot_serve_an_operation_is_refused(int scalars, int vectors, int matrices, bool multiClass, Op op, string named)
    {
        var error = Assert.Throws<InputException>(Of(new MemoryShape(scalars, vectors, matrices), [op], multiClass).Validated);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Function_spaces_out_of_range_are_refused()
    {
        FunctionSpace[] bad =
        [
            new(default, 1, 1), new([Op.NoOp], -1, 1), new([Op.NoOp], 2, 1), new([Op.NoOp], 0, -1), new([Op.NoOp], 0, int.MaxValue),
            new([Op.NoOp, Op.ScalarAdd, Op.NoOp], 1, 1), new([(Op)68], 1, 1),
        ];
        foreach (var function in bad)
        {
            Assert.Throws<InputException>((Spaces.Linear with { Setup = function }).Validated);
            Assert.Throws<InputException>((Spaces.Linear with { Learn = function }).Validated);
        }
    }

    [Fact]
    public void A_space_without_anything_to_evolve_is_refused() =>
        Assert.Throws<InputException>(new SearchSpace(new MemoryShape(2, 1, 0), new([], 0, 0), new([], 0, 5), new([Op.NoOp], 0, 0)).Validated);

    private static SearchSpace Of(MemoryShape memory, ImmutableArray<Op> ops, bool multiClass = false) => Spaces.Of(memory, ops, multiClass);
}
