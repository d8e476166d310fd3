using System.Globalization;
using System.Text;

namespace AutoMLZero.Language;

/// <summary>The page of the documentation that describes the language, made from the op table.</summary>
public static class LanguagePage
{
    private const string Introduction =
        """
        # The language

        <!-- Made from the op table by LanguagePage; do not edit by hand. -->

        A program has three functions. `Setup` runs once, `Predict` on every example, and `Learn` after it on every training example.
        A function is a list of instructions without branches; it may be empty, but none of the three may be missing.

        ```
        def Setup():
          s2 = 0.01              # the learning rate
        def Predict():
          s1 = dot(v0, v1)
        def Learn():
          s3 = s0 - s1
          s4 = s3 * s2
          v2 = s4 * v0
          v1 = v1 + v2
        ```

        ## Memory

        | Address | Holds |
        | --- | --- |
        | `s0`, `s1`, ... | Scalars. `s0` is the label (0 in `Predict`), `s1` the prediction. |
        | `v0`, `v1`, ... | Vectors of F elements, where F is the number of features. `v0` holds the features. |
        | `m0`, `m1`, ... | Matrices of F x F elements. |

        `s0` and `v0` cannot be written. Where there are several classes, `v1` is the one-hot label (0 in `Predict`) and cannot be written
        either, and `v2` holds the class scores. All memory is zero at the start and keeps its values from example to example.

        ## Text

        - A line has one instruction, or several with `;` between them. `#` starts a comment. Indentation and blank lines do not matter.
        - A text may hold several programs, each starting at `def Setup():`.
        - The first form in the table below is printed; the others are read too. `1 / a` may be written with any 1, such as `1.0 / a`.
        - Constants are finite decimal numbers, printed with the fewest digits that read back to the same bits.
        - Standard deviations are not negative. Positions are at least 0 and below 1: position c means element floor(F * c).

        ## Routines

        A program may define routines after its three functions, and call them: once, or several times in a row. They work on the same memory.

        ```
        def Setup():
        def Predict():
          s2 = norm(v0)
          repeat 3: call F0
          s1 = s2 + s3
        def Learn():
        def F0():
          s2 = s2 * s2
          call F1
        def F1():
          s2 = s2 - s4
        ```

        - Routines are named `F0`, `F1` and so on, in this order, at most 16. A routine may call later ones only, so that nothing calls itself.
        - `repeat N: call F0` calls N times in a row, N from 1 to 8.
        - What runs is the program with every call replaced by the lines that it calls: at most 10,000 instructions in a function. A guard before a call
          guards the first of these lines.

        ## Meanings that are easy to get wrong

        - `heaviside` of 0 is 1 for a scalar, but 0 in vectors and matrices; of NaN it is 0.
        - `bcast(v, axis=0)` has element (i, j) = v[i]; `bcast(v, axis=1)` has element (i, j) = v[j].
        - `norm`, `mean` and `std` of a matrix with `axis=1` are per row; `norm` with `axis=0` is per column.
        - `std` is the population's, sqrt(mean(x^2) - mean(x)^2), and not clamped: rounding can make it NaN.
        - `minimum` and `maximum` are the first operand on a tie or when either is NaN.
        - `uniform(low, high)` is low when low >= high.
        - An operation reads all its operands before it writes, so `m0 = matmul(m0, m0)` is safe.

        ## Operations

        In a form, `a` and `b` are inputs, `o` is the output, and `x`, `y` and `z` are constants. The cost is relative to one scalar addition.

        | Op | Name | Forms | Types | Meaning | Cost |
        | ---: | --- | --- | --- | --- | ---: |

        """;

    private const string Beyond =
        """

        ## Operations beyond the paper's

        They are for [linear genetic programming](linear-gp.md). A spec may use them by name; ranges of numbers such as `0-64` do not have them.

        A guard, `if a > b:` or `if a <= b:`, decides whether the next instruction runs. It may stand before that instruction on the same line, or on a
        line of its own. Several guards in a row must all allow the instruction. A guard at the end of a function does nothing.

        ```
        def Predict():
          s2 = v0[0]             # the first feature
          if s2 > s3:
            s1 = s2 * s2
        ```

        `v2[0.3] = s3` sets the element at a position to a scalar.

        | Op | Name | Forms | Types | Meaning | Cost |
        | ---: | --- | --- | --- | --- | ---: |

        """;

    /// <summary>The page in Markdown.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var info in Ops.All) page.Append(Row(info));
        page.Append(Beyond.ReplaceLineEndings("\n"));
        foreach (var info in Ops.Extensions) page.Append(Row(info));
        return page.ToString();
    }

    private static string Row(OpInfo info)
    {
        var forms = string.Join("<br>", info.Forms.Select(form => $"`{form}`"));
        return $"| {(int)info.Op} | {info.Op} | {forms} | {Types(info)} | {info.Meaning} | {Cost(info)} |\n";
    }

    private static string Types(OpInfo info)
    {
        var inputs = new[] { info.Input1, info.Input2 }.Take(info.InputCount).Select(Name);
        return info.InputCount == 0 && info.Output == OperandType.None ? "" : info.Output == OperandType.None ? string.Join(", ", inputs) : $"{string.Join(", ", inputs)} -> {Name(info.Output)}".TrimStart();
    }

    private static string Name(OperandType type) => type.ToString().ToLowerInvariant();

    private static string Cost(OpInfo info)
    {
        var factor = info.CostFactor.ToString(CultureInfo.InvariantCulture);
        return info.CostPower switch
        {
            0 => factor,
            1 => $"{factor} F",
            _ => $"{factor} F^{info.CostPower}",
        };
    }
}
