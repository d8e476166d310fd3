using AutoMLZero.Numerics;
using AutoMLZero.Tuning;

namespace AutoMLZero.Tests.Tuning;

/// <summary>Known functions are minimized within the evaluations that CMA-ES is known to need, from several seeds.</summary>
public class CmaEsTests
{
    [Theory]
    [InlineData(1, 200)]
    [InlineData(3, 600)]
    [InlineData(10, 2500)]
    [InlineData(50, 20_000)]
    public void The_sphere(int dimension, int budget) => AssertMinimizes(x => x.Sum(value => value * value), dimension, budget);

    [Theory]
    [InlineData(3, 2000)]
    [InlineData(8, 6000)]
    public void An_ellipsoid_with_axes_from_1_to_1000(int dimension, int budget) =>
        AssertMinimizes(x => x.Index().Sum(item => Math.Pow(1e6, item.Index / (dimension - 1.0)) * item.Item * item.Item), dimension, budget);

    [Theory]
    [InlineData(4, 4000)]
    public void A_rotated_ellipsoid(int dimension, int budget) => AssertMinimizes(
        x =>
        {
            var sums = x.Select((_, i) => x.Take(i + 1).Sum()).ToArray();
            return sums.Index().Sum(item => Math.Pow(1e4, item.Index / (dimension - 1.0)) * item.Item * item.Item);
        },
        dimension,
        budget);

    [Theory]
    [InlineData(2, 2000)]
    [InlineData(5, 6000)]
    public void The_valley_of_Rosenbrock(int dimension, int budget) => AssertMinimizes(
        x => Enumerable.Range(0, dimension - 1).Sum(i => (100 * Square(x[i + 1] - Square(x[i]))) + Square(1 - x[i])), dimension, budget, seeds: 3);

    [Fact]
    public void The_same_seed_gives_the_same_points_and_another_seed_others()
    {
        Assert.Equal(Points(5), Points(5));
        Assert.NotEqual(Points(5), Points(6));

        static double[] Points(ulong seed)
        {
            var search = new CmaEs([1, 2, 3], 0.5, 8, new RandomSource(seed));
            for (var i = 0; i < 10; i++) search.Learn([.. search.Draw().Select(point => point.Sum(Math.Abs))]);
            return [.. search.Draw().SelectMany(point => point)];
        }
    }

    [Fact]
    public void Where_all_points_are_alike_steps_grow()
    {
        var search = new CmaEs([0, 0], 1, 6, new RandomSource(1));
        for (var i = 0; i < 10; i++)
        {
            search.Draw();
            search.Learn(new double[6]);
        }

        Assert.InRange(search.StepSize, 3, double.PositiveInfinity);
    }

    [Fact]
    public void Eigenvectors_make_up_the_matrix()
    {
        var random = new RandomSource(3);
        foreach (var n in (int[])[1, 2, 5, 12])
        {
            var matrix = Enumerable.Range(0, n).Select(_ => new double[n]).ToArray();
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j <= i; j++) matrix[i][j] = matrix[j][i] = random.NextGaussian();
            }

            var eigen = new SymmetricEigenvectors(n);
            eigen.Decompose(matrix);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    Assert.Equal(matrix[i][j], Enumerable.Range(0, n).Sum(k => eigen.Values[k] * eigen.Vectors[k][i] * eigen.Vectors[k][j]), 1e-12);
                    Assert.Equal(i == j ? 1 : 0, Enumerable.Range(0, n).Sum(k => eigen.Vectors[i][k] * eigen.Vectors[j][k]), 1e-12);
                }
            }
        }
    }

    private static void AssertMinimizes(Func<double[], double> function, int dimension, int budget, ulong seeds = 5)
    {
        for (var seed = 1UL; seed <= seeds; seed++)
        {
            var start = Enumerable.Range(0, dimension).Select(i => i % 2 == 0 ? 2.0 : -1).ToArray();
            var search = new CmaEs(start, 0.5, CmaEs.UsualPopulation(dimension), new RandomSource(seed));
            var (best, evaluations) = (double.PositiveInfinity, 0);
            while (best > 1e-9 && evaluations < budget)
            {
                var values = search.Draw().Select(function).ToArray();
                evaluations += values.Length;
                best = Math.Min(best, values.Min());
                search.Learn(values);
            }

            Assert.True(best <= 1e-9, $"seed {seed}: {best} after {evaluations} evaluations, expected 1e-9 after {budget}");
        }
    }

    private static double Square(double x) => x * x;
}
