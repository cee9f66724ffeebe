using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Equipment;
using Rubicon.Rules.Facts;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>
/// Makes the keys of records. Only what nothing reads is left out, and only what identification traces is replaced by its trace; every other field
/// goes in as it stands, so that a field that a later reader uses cannot be forgotten here. Not thread-safe.
/// </summary>
internal sealed class RecordKeys
{
    private const int MostDays = 50_000;

    private readonly SignalTraces _traces;
    private readonly DateClasses _classes;
    private readonly ImmutableArray<Answer> _answers;
    private readonly DateOnly _asOf;
    private readonly Fact?[] _dates = new Fact?[Enum.GetValues<Field>().Length];
    private readonly DateOnly[] _relationDays;
    private readonly bool _everyDay;
    private readonly Dictionary<string, (DateReading Reading, DateOnly Day)> _days = new(StringComparer.Ordinal);

    public RecordKeys(ScreeningData data, DateClasses classes, ImmutableArray<Answer> answers, DateOnly asOf)
    {
        (_traces, _classes, _answers, _asOf) = (data.Equipment.Traces(), classes, answers, asOf);
        // Files of stakes have days of their own, too many for classes.
        _everyDay = data.Owners is not null;
        foreach (var (field, fact) in FactInterpreter.DateFields) _dates[(int)field] = data.Law.Catalog[fact];
        _relationDays = data.Directory.RelationDays.Append(asOf).Distinct().Order().ToArray();
    }

    /// <summary>
    /// Fills <paramref name="key"/> and gives the day by which the item had been made, as far as it is before the as-of day. False for a record
    /// that is to be decided by itself: one with parts, or with a day that no calendar has.
    /// </summary>
    public bool Fill(RecordKey key, Subject subject, out DateOnly? made)
    {
        made = null;
        if (!subject.Components.IsEmpty) return false;
        key.Clear((int)subject.Kind);
        DateOnly? obtained = null, installed = null, done = null;
        ulong datesSeen = 0;
        bool named = subject.First(Field.Maker) is not null || subject.First(Field.Model) is not null;
        foreach (var statement in subject.Statements)
        {
            int field = (int)statement.Field;
            switch (statement.Field)
            {
                // Shown, and read by nothing that decides; what people's answers ask of them is in the key by the answers.
                case Field.Site or Field.Latitude or Field.Longitude or Field.Price or Field.Currency or Field.Note or Field.ContractNumber:
                    break;
                // The name of a record with neither maker nor model stands in its group's key.
                case Field.Name or Field.Description when named:
                    key.Add(field, _traces.OfProse(statement.Text));
                    break;
                case Field.MacAddress:
                    key.Add(field, _traces.OfMac(statement.Text));
                    break;
                // Of an optical terminal it names the maker.
                case Field.Serial:
                    key.Add(field, _traces.OfSerial(statement.Text));
                    break;
                default:
                    if (_dates[field] is not { } fact)
                    {
                        key.Add(field, statement.Text);
                        break;
                    }
                    var (reading, day) = DayOf(statement.Text);
                    if (reading == DateReading.Bad) return false;
                    // A second statement of the same day is read by nobody; it makes the record one of its own.
                    if ((datesSeen & 1UL << field) != 0) return false;
                    datesSeen |= 1UL << field;
                    key.Add(field, null);
                    if (reading == DateReading.Coarse) break;
                    key.Add(0x10000 + _classes.ClassOf(fact, day), null);
                    if (statement.Field == Field.Obtained) obtained = day;
                    if (statement.Field == Field.Installed) installed = day;
                    if (statement.Field == Field.ActDate) done = day;
                    break;
            }
        }
        // Ties of suppliers and recipients are looked up as of the day of the act.
        if (done is { } act)
        {
            key.Add(0x20000 + Class(_relationDays, act), null);
            if (_everyDay) key.Add(0x50000, act.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        }
        for (int i = 0; i < _answers.Length; i++)
            if (_answers[i].Holds(subject, _asOf)) key.Add(0x30000 + i, null);
        made = (obtained ?? installed ?? done) is { } by && by < _asOf ? by : null;
        return true;
    }

    /// <summary>
    /// Fills <paramref name="key"/> with what says who made a thing and what it is: all but the fields that are known to say other things.
    /// Of a record that <see cref="Fill"/> took.
    /// </summary>
    public void FillOfMaker(RecordKey key, Subject subject, DateOnly? made)
    {
        key.Clear((int)subject.Kind);
        foreach (var statement in subject.Statements)
            switch (statement.Field)
            {
                case Field.Site or Field.Latitude or Field.Longitude or Field.Price or Field.Currency or Field.Note or Field.ContractNumber:
                case Field.Status or Field.Act or Field.ActDate or Field.ContractDate or Field.Obtained or Field.Installed or Field.Removed or Field.FccGrantDate:
                case Field.Purpose or Field.EndUse or Field.Place or Field.NetworkPart or Field.Network or Field.Funding or Field.Quantity or Field.Paper or Field.Eccn:
                case Field.Origin or Field.OriginAssembled or Field.OriginDesigned or Field.OriginDeveloped or Field.Destination:
                case Field.Supplier or Field.SupplierCountry or Field.Recipient or Field.Performer or Field.Lei or Field.Uei or Field.Cage or Field.Uscc:
                    break;
                case Field.Name or Field.Description:
                    key.Add((int)statement.Field, _traces.OfProse(statement.Text));
                    break;
                case Field.MacAddress:
                    key.Add((int)statement.Field, _traces.OfMac(statement.Text));
                    break;
                case Field.Serial:
                    key.Add((int)statement.Field, _traces.OfSerial(statement.Text));
                    break;
                default:
                    key.Add((int)statement.Field, statement.Text);
                    break;
            }
        if (made is { } day) key.Add(0x20000 + Class(_relationDays, day), null);
    }

    /// <summary>The number of <paramref name="starts"/> on or before the day.</summary>
    public static int Class(DateOnly[] starts, DateOnly day)
    {
        int at = Array.BinarySearch(starts, day);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>A day written 2026-11-21, as most exports write it: reading it is quicker than looking it up.</summary>
    private static bool Iso(string text, out DateOnly day)
    {
        day = default;
        return text.Length == 10 && text[4] == '-' && text[7] == '-' && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private (DateReading Reading, DateOnly Day) DayOf(string text)
    {
        if (Iso(text, out var iso)) return (DateReading.Day, iso);
        if (_days.TryGetValue(text, out var known)) return known;
        if (_days.Count >= MostDays) _days.Clear();
        var reading = DateWords.Read(text, out var day);
        return _days[text] = (reading, day);
    }
}
