using System.Collections.Immutable;
using Rubicon.Equipment;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>
/// Remembers what was made of a record of a table, so that the next one that states the same of its maker is answered without being looked through again:
/// its own places and addresses are put in. Records whose statements have places of their own (walks, joined devices) are not remembered. Not thread-safe.
/// </summary>
internal sealed class DeviceMemory(SignalTraces traces)
{
    /// <summary>Records remembered at a time; beyond it the memory starts afresh.</summary>
    private const int MostRemembered = 50_000;

    private readonly Dictionary<RecordKey, Known> _known = [];
    private readonly RecordKey _key = new();
    private bool _filled;

    /// <summary>The answer for a record that is like one kept before; null when there is none.</summary>
    public IdentifiedDevice? Find(Subject subject)
    {
        _filled = Fill(subject);
        return _filled && _known.TryGetValue(_key, out var known) ? known.For(subject) : null;
    }

    /// <summary>Keeps the answer of the record that was asked for last.</summary>
    public void Keep(IdentifiedDevice device)
    {
        if (!_filled) return;
        if (_known.Count >= MostRemembered) _known.Clear();
        _known[_key.Copy()] = new Known(device);
    }

    private bool Fill(Subject subject)
    {
        _key.Clear((int)subject.Kind);
        foreach (var statement in subject.Statements)
        {
            if (statement.Line > 0 || statement.File is not null || statement.Pointer is not null) return false;
            int code = ((int)statement.Field << 16) + statement.Column;
            switch (statement.Field)
            {
                // Read by nothing that says who made a device.
                case Field.Site or Field.Latitude or Field.Longitude or Field.Price or Field.Currency or Field.Note or Field.ContractNumber or Field.Link or Field.Version:
                case Field.Status or Field.Act or Field.ActDate or Field.ContractDate or Field.Obtained or Field.Installed or Field.Removed or Field.FccGrantDate:
                case Field.Purpose or Field.EndUse or Field.Place or Field.NetworkPart or Field.Network or Field.Funding or Field.Quantity or Field.Paper or Field.Eccn:
                case Field.Supplier or Field.SupplierCountry or Field.Recipient or Field.Performer or Field.PerformerCountry:
                    break;
                case Field.Name or Field.Description:
                    _key.Add(code, traces.OfProse(statement.Text));
                    break;
                case Field.MacAddress:
                    _key.Add(code, traces.OfMac(statement.Text));
                    break;
                case Field.Serial:
                    _key.Add(code, traces.OfSerial(statement.Text));
                    break;
                default:
                    _key.Add(code, statement.Text);
                    break;
            }
        }
        return true;
    }

    /// <summary>An answer, with the place of each address that it names among the record's addresses.</summary>
    private sealed class Known
    {
        private readonly IdentifiedDevice _device;
        private readonly ImmutableArray<(string Signal, int Address)> _addresses;

        public Known(IdentifiedDevice device)
        {
            _device = device;
            var addresses = device.Subject.Statements.Where(s => s.Field == Field.MacAddress).Select(s => Signal(s.Text)).ToList();
            _addresses = [.. device.Seen.Claims.Where(c => c.About == ClaimSubject.InterfaceMaker).Select(c => (c.Signal, addresses.IndexOf(c.Signal))).Where(a => a.Item2 >= 0)];
        }

        public IdentifiedDevice For(Subject subject)
        {
            var source = subject.Source;
            string Told(string text)
            {
                foreach (var (signal, address) in _addresses)
                    if (text.Contains(signal, StringComparison.Ordinal)) text = text.Replace(signal, Signal(Address(subject, address)), StringComparison.Ordinal);
                return text;
            }
            var seen = _device.Seen;
            var claims = ImmutableArray.CreateBuilder<Claim>(seen.Claims.Length);
            foreach (var claim in seen.Claims)
                claims.Add(claim with { Where = source with { Column = claim.Where.Column }, Signal = claim.About == ClaimSubject.InterfaceMaker ? Told(claim.Signal) : claim.Signal });
            return new IdentifiedDevice(subject, subject.First(Field.Name), _device.Maker, _device.MakerKey, _device.Model, seen with
            {
                Claims = claims.MoveToImmutable(),
                Conflicts = seen.Conflicts.IsEmpty ? [] : [.. seen.Conflicts.Select(Told)],
                Notes = seen.Notes.IsEmpty ? [] : [.. seen.Notes.Select(Told)],
                Categories = seen.Categories.IsEmpty ? [] : [.. seen.Categories.Select(c => c with { Where = source with { Column = c.Where.Column } })],
                Relabels = seen.Relabels.IsEmpty ? [] : [.. seen.Relabels.Select(r => r with { Where = source with { Column = r.Where.Column } })],
            }, _device.Category);
        }

        private static string Address(Subject subject, int index)
        {
            foreach (var statement in subject.Statements)
                if (statement.Field == Field.MacAddress && index-- == 0) return statement.Text;
            throw new InvalidOperationException("records with one key have as many addresses");
        }

        private static string Signal(string text) => MacAddress.TryRead(text, out var address) ? "MAC " + address : text;
    }
}
