using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rubicon.Rules.Facts;

/// <summary>All facts that the loaded law may ask for: the core ones and those that packs declare. Immutable.</summary>
public sealed class FactCatalog
{
    private readonly FrozenDictionary<string, Fact> _byName;

    /// <summary>Makes a catalog of the core facts and the declared ones.</summary>
    /// <exception cref="ArgumentException">A declared fact carries the name of another.</exception>
    public FactCatalog(IEnumerable<Fact> declared)
    {
        Facts = [.. CoreFacts.List.Concat(declared).Select((f, i) => f with { Index = i })];
        var doubled = Facts.GroupBy(f => f.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (doubled is not null) throw new ArgumentException($"the fact '{doubled.Key}' is declared twice", nameof(declared));
        _byName = Facts.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);
        Actor = _byName[CoreFacts.Actor];
        Act = _byName[CoreFacts.Act];
        ActDate = _byName[CoreFacts.ActDate];
        ItemKind = _byName["item-kind"];
        Category = _byName["category"];
        Producer = _byName["producer"];
        Provider = _byName["provider"];
        EquipmentUsed = _byName["equipment-used"];
    }

    /// <summary>All facts; a fact's <see cref="Fact.Index"/> is its place here.</summary>
    public ImmutableArray<Fact> Facts { get; }

    /// <summary>Ids of the lists that the packs keep, in order: a party may be stated to stand on one of them.</summary>
    public ImmutableArray<string> Lists { get; init; } = [];

    /// <summary>The actor's capacities.</summary>
    public Fact Actor { get; }

    /// <summary>The act.</summary>
    public Fact Act { get; }

    /// <summary>The day of the act.</summary>
    public Fact ActDate { get; }

    /// <summary>The kind of item.</summary>
    public Fact ItemKind { get; }

    /// <summary>The category of item.</summary>
    public Fact Category { get; }

    /// <summary>Who made it.</summary>
    public Fact Producer { get; }

    /// <summary>Who provides the service.</summary>
    public Fact Provider { get; }

    /// <summary>Whose equipment the provider uses.</summary>
    public Fact EquipmentUsed { get; }

    /// <summary>The fact of that name, or null.</summary>
    public Fact? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The fact of that name.</summary>
    /// <exception cref="KeyNotFoundException">No such fact: packs and requests are checked on reading.</exception>
    public Fact this[string name] => _byName[name];
}
