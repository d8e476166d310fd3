using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Search;

/// <summary>One type of mutation.</summary>
internal interface IMutation
{
    /// <summary>
    /// A child that differs from its parent in one function; the parent itself when the mutation is impossible or changes nothing.
    /// </summary>
    /// <param name="parent">The parent.</param>
    /// <param name="function">The function to change, which is evolvable.</param>
    /// <param name="random">The source of randomness.</param>
    Program Apply(Program parent, ComponentFunction function, RandomSource random);
}
