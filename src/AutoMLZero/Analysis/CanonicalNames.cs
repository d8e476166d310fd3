using System.Runtime.CompilerServices;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// Gives addresses to values: a cell that carries something from one function to the next has its own; other values share addresses, each
/// free again after its last reader; zero is an address that nothing writes.
/// </summary>
internal sealed class CanonicalNames
{
    private const int Unnamed = -1;

    private readonly int[] zeroNames = new int[4];
    private readonly int[] used = new int[4];
    private readonly Stack<int>[] free = [[], [], [], []];
    private int[] cellNames = [];
    private int[] valueNames = [];
    private int[] lastReaders = [];
    private ValueGraph graph = new();

    /// <summary>Writes the values as instructions, in canonical order.</summary>
    public void Write(ValueGraph values, CanonicalOrder order, bool multiClass, EffectiveCode code)
    {
        graph = values;
        Start(multiClass);
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++) NameLasting(order[function]);
        for (var function = ComponentFunction.Setup; function <= ComponentFunction.Learn; function++)
        {
            foreach (var index in order[function]) Write(index, code);
        }

        code.Memory = new MemoryShape(used[1], used[2], used[3]);
    }

    private void Start(bool multiClass)
    {
        if (cellNames.Length < graph.Cells) cellNames = new int[graph.Cells];
        if (valueNames.Length < graph.Count) (valueNames, lastReaders) = (new int[graph.Count * 2], new int[graph.Count * 2]);
        Array.Fill(zeroNames, Unnamed);
        Array.Fill(cellNames, Unnamed, 0, graph.Cells);
        Array.Fill(lastReaders, Unnamed, 0, graph.Count);
        foreach (var names in free) names.Clear();
        (used[1], used[2], used[3]) = (2, multiClass ? 3 : 1, 0);
        for (var type = OperandType.Scalar; type <= OperandType.Vector; type++)
        {
            for (var address = 0; address < used[(int)type]; address++) cellNames[Source.Cell(type, address)] = address;
        }
    }

    private void NameLasting(ReadOnlySpan<int> values)
    {
        foreach (var index in values)
        {
            ref readonly var value = ref graph.Values[index];
            NameLasting(value.Input1, index);
            NameLasting(value.Input2, index);
            NameLasting(value.Kept, index);
            if (value.IsLeft) NameCell(value.Cell);
        }
    }

    private void NameLasting(Source source, int reader)
    {
        if (source.Kind == SourceKind.Entry) NameCell(source.Index);
        else if (source.Kind == SourceKind.Zero && zeroNames[source.Index] == Unnamed) zeroNames[source.Index] = used[source.Index]++;
        else if (source.Kind == SourceKind.Value) lastReaders[source.Index] = reader;
    }

    private void NameCell(int cell)
    {
        if (cellNames[cell] == Unnamed) cellNames[cell] = used[(int)Source.TypeOf(cell)]++;
    }

    private void Write(int index, EffectiveCode code)
    {
        ref readonly var value = ref graph.Values[index];
        var info = value.Info;
        var (first, second) = (Name(value.Input1), Name(value.Input2));
        if (info.Commutes && first > second) (first, second) = (second, first);
        var isInPlace = info.CanWriteInPlace;
        var kept = Name(value.Kept);
        if (isInPlace) Release(index, value);
        var output = Address(valueNames[index] = value.IsLeft ? cellNames[value.Cell] : Fresh(info.Output));
        if (!isInPlace) Release(index, value);
        if (info.IsPartialWrite && kept != output && !IsStillZero(index)) code.Add(value.Function, Copy(info.Output, kept, output));
        code.Add(value.Function, value.Instruction with { Input1 = first, Input2 = second, Output = output });
    }

    /// <summary>A cell that Setup leaves something in is zero until then.</summary>
    private bool IsStillZero(int index) =>
        graph.Values[index].Kept.Kind == SourceKind.Zero && graph.Values[index].Function == ComponentFunction.Setup && graph.Values[index].IsLeft;

    /// <summary>The larger of a value and itself is the value, bit for bit: a copy within the language.</summary>
    private static Instruction Copy(OperandType type, byte from, byte to) =>
        new(type == OperandType.Vector ? Op.VectorMaximum : Op.MatrixMaximum, to, from, from);

    private int Fresh(OperandType type) => free[(int)type].TryPop(out var name) ? name : used[(int)type]++;

    private void Release(int reader, in Value value)
    {
        ReleaseOne(reader, value.Input1);
        if (value.Input2 != value.Input1) ReleaseOne(reader, value.Input2);
        ReleaseOne(reader, value.Kept);
    }

    private void ReleaseOne(int reader, Source source)
    {
        if (source.Kind != SourceKind.Value || lastReaders[source.Index] != reader || graph.Values[source.Index].IsLeft) return;
        free[(int)graph.Values[source.Index].Info.Output].Push(valueNames[source.Index]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Name(Source source) => source.Kind switch
    {
        SourceKind.Value => Address(valueNames[source.Index]),
        SourceKind.Entry => Address(cellNames[source.Index]),
        SourceKind.Zero => Address(zeroNames[source.Index]),
        _ => 0,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Address(int name) => name < MemoryShape.MaxAddresses
        ? (byte)name
        : throw new InputException($"the program keeps more than {MemoryShape.MaxAddresses} values of one type at once");
}
