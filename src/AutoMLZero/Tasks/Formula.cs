namespace AutoMLZero.Tasks;

/// <summary>A target of symbolic regression: a formula with the range that its inputs are drawn from.</summary>
/// <param name="Name">Its name, such as <c>nguyen-1</c>.</param>
/// <param name="Text">The formula as people write it.</param>
/// <param name="Inputs">Number of inputs, which are the features: 1 or 2.</param>
/// <param name="Low">The lower bound of each input.</param>
/// <param name="High">The upper bound of each input.</param>
/// <param name="Value">The value for inputs.</param>
public sealed record Formula(string Name, string Text, int Inputs, double Low, double High, Func<ReadOnlyMemory<double>, double> Value);
