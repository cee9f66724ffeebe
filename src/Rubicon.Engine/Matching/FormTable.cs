namespace Rubicon.Matching;

/// <summary>
/// All names of a list in the forms in which they are compared. Names that are written alike are one form with several bearers, so that a list that is filed
/// twice costs no second comparison.
/// </summary>
internal sealed class FormTable
{
    private readonly Dictionary<FormKey, int> forms = [];
    private readonly List<int> starts = [0];
    private readonly List<int> words = [];
    private readonly List<FormKind> kinds = [];
    private readonly List<int> firstBearer = [];
    private readonly List<int> lastBearer = [];
    private readonly List<(int Party, int Name, int Next)> bearers = [];

    /// <summary>How many forms.</summary>
    public int Count => kinds.Count;

    /// <summary>The numbers of the words of a form.</summary>
    public ReadOnlySpan<int> Words(int form) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words)[starts[form]..starts[form + 1]];

    /// <summary>What the form is.</summary>
    public FormKind Kind(int form) => kinds[form];

    /// <summary>Files one form of a name.</summary>
    public void Add(int party, int name, int[] numbers, FormKind kind)
    {
        var key = new FormKey(numbers, kind);
        int bearer = bearers.Count;
        bearers.Add((party, name, -1));
        if (forms.TryGetValue(key, out int form))
        {
            bearers[lastBearer[form]] = bearers[lastBearer[form]] with { Next = bearer };
            lastBearer[form] = bearer;
            return;
        }
        forms.Add(key, kinds.Count);
        words.AddRange(numbers);
        starts.Add(words.Count);
        kinds.Add(kind);
        firstBearer.Add(bearer);
        lastBearer.Add(bearer);
    }

    /// <summary>Ends the filing.</summary>
    public void Close()
    {
        forms.Clear();
        forms.TrimExcess();
        lastBearer.Clear();
        lastBearer.TrimExcess();
        starts.TrimExcess();
        words.TrimExcess();
        kinds.TrimExcess();
        firstBearer.TrimExcess();
        bearers.TrimExcess();
    }

    /// <summary>First bearer of a form; walk on by the last value until it is -1. Parties come in order.</summary>
    public (int Party, int Name, int Next) First(int form) => bearers[firstBearer[form]];

    /// <summary>Another bearer.</summary>
    public (int Party, int Name, int Next) Bearer(int number) => bearers[number];

    private readonly struct FormKey(int[] words, FormKind kind) : IEquatable<FormKey>
    {
        private readonly int[] words = words;
        private readonly FormKind kind = kind;

        public bool Equals(FormKey other) => kind == other.kind && words.AsSpan().SequenceEqual(other.words);

        public override bool Equals(object? obj) => obj is FormKey other && Equals(other);

        public override int GetHashCode()
        {
            uint hash = (uint)kind;
            foreach (int word in words) hash = unchecked((hash ^ (uint)word) * 16777619 + 1);
            return unchecked((int)hash);
        }
    }
}

/// <summary>What a form of a name is.</summary>
[Flags]
internal enum FormKind : byte
{
    /// <summary>A name.</summary>
    Plain = 0,

    /// <summary>Initials that the name states in brackets.</summary>
    Initials = 1,

    /// <summary>An alias that its list calls weak.</summary>
    Weak = 2,

    /// <summary>A part of a name: one script of two, or the name without what stands in brackets.</summary>
    Part = 4,

    /// <summary>A brand or short name, as it stands on goods.</summary>
    Brand = 8,

    /// <summary>A Han name as it may stand in Latin letters: translated, and in pinyin.</summary>
    Reading = 16,
}
