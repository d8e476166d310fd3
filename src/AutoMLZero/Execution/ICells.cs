using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>The memory of a program.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal unsafe interface ICells<T>
    where T : unmanaged
{
    /// <summary>The memory of an address as its layout has it, until the next is asked for.</summary>
    T* Cell(OperandType type, int address);
}
