namespace AutoMLZero.Search;

/// <summary>The ways in which a child may differ from its parent. All but the last change one component function.</summary>
public enum MutationType : byte
{
    /// <summary>Inserts a random instruction at a random place; impossible at the maximum length.</summary>
    InsertInstruction,

    /// <summary>Removes a random instruction; impossible when there is none.</summary>
    RemoveInstruction,

    /// <summary>Replaces a random instruction by a random one.</summary>
    RandomizeInstruction,

    /// <summary>Replaces all instructions of the function by random ones; the length stays.</summary>
    RandomizeFunction,

    /// <summary>Changes one address or one constant of a random instruction.</summary>
    AlterArgument,

    /// <summary>Inserts a random instruction, then removes a random one; the length stays.</summary>
    Trade,

    /// <summary>Changes one constant of a random instruction.</summary>
    AlterConstant,

    /// <summary>Computes a value of the function anew: its instruction and those that serve it alone give way to a random slice.</summary>
    RebuildValue,

    /// <summary>Adds a random slice that computes a value of the function from its old one and others.</summary>
    InsertValue,

    /// <summary>Makes <c>Predict</c> read one more value from memory, and <c>Learn</c> compute it anew from its old one, at once.</summary>
    LearnValue,

    /// <summary>Changes one address of a random instruction.</summary>
    AlterRegister,

    /// <summary>Changes the operation of a random instruction into another that writes the same type; operands stay as far as it has them.</summary>
    AlterOperation,
}
