namespace Rubicon.Screening;

/// <summary>
/// What a record states as far as it can matter to a decision: fields as they stand, days as classes, names as traces. Records with equal keys
/// are decided alike. Filled and looked up in place; a copy is kept.
/// </summary>
internal sealed class RecordKey : IEquatable<RecordKey>
{
    private (int Code, string? Text)[] _parts;
    private int _count;
    private int _hash;

    public RecordKey() => _parts = new (int, string?)[64];

    private RecordKey(RecordKey other)
    {
        _parts = other._parts[..other._count];
        _count = other._count;
        _hash = other._hash;
    }

    public RecordKey Copy() => new(this);

    public void Clear(int kind)
    {
        _count = 0;
        _hash = kind;
    }

    public void Add(int code, string? text)
    {
        if (_count == _parts.Length) Array.Resize(ref _parts, 2 * _count);
        _parts[_count++] = (code, text);
        unchecked
        {
            _hash = (_hash * 31 + code) * 31 + (text is null ? 0 : string.GetHashCode(text, StringComparison.Ordinal));
        }
    }

    public override int GetHashCode() => _hash;

    public override bool Equals(object? obj) => Equals(obj as RecordKey);

    public bool Equals(RecordKey? other)
    {
        if (other is null || other._hash != _hash || other._count != _count) return false;
        for (int i = 0; i < _count; i++)
            if (_parts[i].Code != other._parts[i].Code || !string.Equals(_parts[i].Text, other._parts[i].Text, StringComparison.Ordinal)) return false;
        return true;
    }
}
