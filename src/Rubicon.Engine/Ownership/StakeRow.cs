namespace Rubicon.Ownership;

/// <summary>What is special about a stated stake.</summary>
[Flags]
internal enum StakeMarks : byte
{
    None = 0,

    /// <summary>A total over other entities.</summary>
    Indirect = 1,

    /// <summary>The holder is a person whom nobody named.</summary>
    NobodyNamed = 2,

    /// <summary>No share is stated at all.</summary>
    ShareNotStated = 4,
}

/// <summary>One stated stake with numbers for names, as it is held in memory: 48 bytes.</summary>
internal readonly record struct StakeRow(
    int Owner, int Owned, long Minimum, long Maximum, int From, int To, int Line, int Document, ushort File, byte KindNumber, StakeMarks Marks)
{
    /// <summary>Day numbers without a start and without an end.</summary>
    public const int NoStart = int.MinValue, NoEnd = int.MaxValue;

    public StakeKind Kind => (StakeKind)KindNumber;

    public bool IsIndirect => (Marks & StakeMarks.Indirect) != 0;

    public bool IsHeldOn(int day) => From <= day && day <= To;
}
