using System.Collections.Immutable;
using System.Text;

namespace Rubicon.Rules.Facts;

/// <summary>
/// All facts of one subject. Facts not set are <see cref="FactValue.NotStated"/>. Immutable after building; a copy with one
/// fact changed is cheap and is how questions are worked out.
/// </summary>
public sealed class FactSet
{
    private readonly FactValue?[] _values;

    private FactSet(FactCatalog catalog, FactValue?[] values, ImmutableArray<FactSet> components)
    {
        Catalog = catalog;
        _values = values;
        Components = components;
    }

    /// <summary>A set in which nothing is stated.</summary>
    public static FactSet Empty(FactCatalog catalog) => new(catalog, new FactValue?[catalog.Facts.Length], []);

    /// <summary>The catalog that the facts belong to.</summary>
    public FactCatalog Catalog { get; }

    /// <summary>Facts of the parts inside, as far as they are stated; empty when no parts are stated.</summary>
    public ImmutableArray<FactSet> Components { get; }

    /// <summary>The value of a fact; <see cref="FactValue.NotStated"/> when nothing was stated.</summary>
    public FactValue this[Fact fact] => _values[fact.Index] ?? FactValue.NotStated;

    /// <summary>The stated facts, in catalog order.</summary>
    public IEnumerable<(Fact Fact, FactValue Value)> Stated =>
        Catalog.Facts.Where(f => _values[f.Index] is not null).Select(f => (f, _values[f.Index]!));

    /// <summary>A copy with one fact set; null takes it away.</summary>
    public FactSet With(Fact fact, FactValue? value)
    {
        var values = (FactValue?[])_values.Clone();
        values[fact.Index] = value;
        return new FactSet(Catalog, values, Components);
    }

    /// <summary>A copy with several facts set.</summary>
    public FactSet With(IEnumerable<KeyValuePair<Fact, FactValue>> changes)
    {
        var values = (FactValue?[])_values.Clone();
        foreach (var (fact, value) in changes) values[fact.Index] = value;
        return new FactSet(Catalog, values, Components);
    }

    /// <summary>A copy with parts.</summary>
    public FactSet WithComponents(ImmutableArray<FactSet> components) => new(Catalog, _values, components);

    /// <summary>
    /// The content as text, without evidence; dates as the class that <paramref name="dateClass"/> gives, so that days which no
    /// rule tells apart share one decision.
    /// </summary>
    public string Signature(Func<Fact, DateOnly, int> dateClass)
    {
        var text = new StringBuilder(128);
        Append(text, dateClass);
        return text.ToString();
    }

    private void Append(StringBuilder text, Func<Fact, DateOnly, int> dateClass)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (_values[i] is not { } value) continue;
            text.Append(i).Append('=');
            if (value is DateValue date) text.Append(dateClass(Catalog.Facts[i], date.Value));
            else text.Append(value.Signature);
            text.Append('|');
        }
        foreach (var component in Components)
        {
            text.Append('{');
            component.Append(text, dateClass);
            text.Append('}');
        }
    }
}
