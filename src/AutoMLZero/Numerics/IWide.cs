namespace AutoMLZero.Numerics;

/// <summary>
/// Several lanes of 64 bits, taken as doubles or as whole numbers. Functions written over it are compiled for every vector width, and give
/// the same bits in all of them: each operation is one operation of IEEE 754 or of integers in each lane.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
internal unsafe interface IWide<TSelf>
    where TSelf : struct, IWide<TSelf>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in all lanes.</summary>
    static abstract implicit operator TSelf(double value);

    /// <summary>The same bits in all lanes.</summary>
    static abstract TSelf OfBits(ulong bits);

    /// <summary>Reads one number a lane, made double if it is not.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    static abstract TSelf Load<T>(T* source)
        where T : unmanaged;

    /// <summary>Writes one number a lane, rounded once if it is not double.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    void Store<T>(T* target)
        where T : unmanaged;

    /// <summary>Writes the lanes of one and then those of another, together where they fit one register: who reads them as one need not wait for two writes.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    static abstract void StorePair<T>(TSelf first, TSelf second, T* target)
        where T : unmanaged;

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The square root, rounded correctly.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>The value without its sign bit.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>All bits where left is less than right, none elsewhere.</summary>
    static abstract TSelf operator <(TSelf left, TSelf right);

    /// <summary>All bits where left is greater than right, none elsewhere.</summary>
    static abstract TSelf operator >(TSelf left, TSelf right);

    /// <summary>Whether any lane of a comparison holds.</summary>
    static abstract bool Any(TSelf mask);

    /// <summary>Whether all lanes of a comparison hold.</summary>
    static abstract bool All(TSelf mask);

    /// <summary>The first value where the comparison holds, the second elsewhere.</summary>
    static abstract TSelf Select(TSelf mask, TSelf holds, TSelf fails);

    static abstract TSelf operator &(TSelf left, TSelf right);

    static abstract TSelf operator |(TSelf left, TSelf right);

    static abstract TSelf operator ^(TSelf left, TSelf right);

    static abstract TSelf operator <<(TSelf bits, int count);

    static abstract TSelf operator >>>(TSelf bits, int count);

    /// <summary>The sum of whole numbers, modulo 2^64.</summary>
    static abstract TSelf AddWhole(TSelf left, TSelf right);

    /// <summary>The difference of whole numbers, modulo 2^64.</summary>
    static abstract TSelf SubtractWhole(TSelf left, TSelf right);

    /// <summary>The product of whole numbers, modulo 2^64.</summary>
    static abstract TSelf MultiplyWhole(TSelf left, TSelf right);

    /// <summary>The doubles of whole numbers from 0 to 2^53.</summary>
    static abstract TSelf FromWhole(TSelf bits);
}
