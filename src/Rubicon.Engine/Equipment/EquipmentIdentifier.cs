using Rubicon.Subjects;

namespace Rubicon.Equipment;

/// <summary>
/// Says who made a device, of what model and category, and what contradicts it, from the statements of one record.
/// Immutable and safe for any thread; the same record gives the same answer. A caller that meets equal records a million
/// times keeps the answers itself.
/// </summary>
public sealed class EquipmentIdentifier
{
    private readonly KnowledgeIndex _index;
    private readonly Registers _registers;

    /// <summary>Makes an identifier of the maker files and registers.</summary>
    public EquipmentIdentifier(MakerKnowledge knowledge, Registers registers)
    {
        _index = new KnowledgeIndex(knowledge);
        _registers = registers;
    }

    /// <summary>The maker files that it uses.</summary>
    public MakerKnowledge Knowledge => _index.Knowledge;

    /// <summary>Traces of names and addresses for a caller that keeps answers; one instance a thread.</summary>
    internal SignalTraces Traces() => new(_index, _registers);

    /// <summary>Identifies the device of a record.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="labelMakerKey">
    /// Key of the party that the caller's name matching found for the maker that the record states, or null when it found
    /// none or the record states none. The text of the label is the first <see cref="Field.Maker"/> or <see cref="Field.Brand"/>.
    /// </param>
    /// <param name="makerOf">
    /// Finds the party of a further label, which a record joined from several files can have; null to go by the makers' own words.
    /// </param>
    public Identification Identify(Subject subject, string? labelMakerKey = null, Func<string, string?>? makerOf = null)
    {
        var reader = new SignalReader(_index, _registers, subject);
        var conclusion = new Conclusion(_index, subject, reader);
        if (Label(subject) is { } label)
        {
            string? key = conclusion.Denied(label.Text, labelMakerKey) ? null : labelMakerKey ?? Named(label.Text);
            reader.AddLabel(key, label.Text, subject.LocationOf(label));
            AddOthers(subject, label, reader, conclusion, makerOf);
        }
        reader.ReadAll();
        return conclusion.Draw();
    }

    // Another file may label the device otherwise, and a record may state a brand beside the maker.
    private void AddOthers(Subject subject, Statement label, SignalReader reader, Conclusion conclusion, Func<string, string?>? makerOf)
    {
        foreach (var statement in subject.Statements)
        {
            if (statement.Field is not (Field.Maker or Field.Brand) || statement.Text.Equals(label.Text, StringComparison.OrdinalIgnoreCase)) continue;
            string? found = makerOf?.Invoke(statement.Text);
            string? key = conclusion.Denied(statement.Text, found) ? null : found ?? Named(statement.Text);
            if (statement.Field == Field.Brand) reader.AddBrand(key, statement.Text, subject.LocationOf(statement));
            else reader.AddLabel(key, statement.Text, subject.LocationOf(statement));
        }
    }

    private static Statement? Label(Subject subject)
    {
        Statement? brand = null;
        foreach (var statement in subject.Statements)
        {
            if (statement.Field == Field.Maker) return statement;
            if (statement.Field == Field.Brand) brand ??= statement;
        }
        return brand;
    }

    // A label that the caller could not match but that holds a maker's own word ("HUAWEI TECH INV") is that maker's.
    private string? Named(string label)
    {
        var words = new List<(string Phrase, (MakerEntry Entry, SourcedText Word) Value)>();
        _index.Words.Find(label, words);
        string? key = words.Count > 0 ? words[0].Value.Entry.Party.Key : null;
        return words.TrueForAll(w => _index.Knowledge.Agree(w.Value.Entry.Party.Key, key!)) ? key : null;
    }
}
