using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace Rubicon.Server.Figures;

/// <summary>
/// Figures of the process for those who run it: the meters of ASP.NET Core, of the runtime and of the server itself (the API of OpenTelemetry), as text that Prometheus reads.
/// No name, path or id of a customer is in them. Thread-safe.
/// </summary>
internal sealed class FigureBook : IDisposable
{
    /// <summary>What the server itself counts.</summary>
    public static readonly Meter Own = new("Rubicon.Server");

    /// <summary>More label sets of one instrument than this are not kept: a label that grows without end would fill the memory.</summary>
    private const int MostSeries = 500;

    private static readonly string[] Meters = ["Rubicon.Server", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly ConcurrentDictionary<string, (string Kind, ConcurrentDictionary<string, FigureSeries> Series)> _figures = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public FigureBook()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((i, v, labels, _) => Record(i, v, labels));
        _listener.SetMeasurementEventCallback<int>((i, v, labels, _) => Record(i, v, labels));
        _listener.SetMeasurementEventCallback<double>((i, v, labels, _) => Record(i, v, labels));
        _listener.Start();
    }

    /// <summary>All figures as text (Prometheus 0.0.4).</summary>
    public string Text()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (name, (kind, series)) in _figures.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
            foreach (var (labels, one) in series.OrderBy(s => s.Key, StringComparer.Ordinal)) one.Write(text, name, labels);
        }
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        bool observed = instrument.IsObservable, spreads = instrument is Histogram<double> or Histogram<long> or Histogram<int>;
        bool sums = instrument is Counter<long> or Counter<int> or Counter<double> or UpDownCounter<long> or UpDownCounter<int> or UpDownCounter<double>;
        bool counts = instrument.GetType().Name.Contains("Counter", StringComparison.Ordinal) && !instrument.GetType().Name.Contains("UpDown", StringComparison.Ordinal);
        var (_, series) = _figures.GetOrAdd(Name(instrument, counts), _ => (spreads ? "histogram" : counts ? "counter" : "gauge", new(StringComparer.Ordinal)));
        string key = Labels(labels);
        if (!series.TryGetValue(key, out var one))
        {
            if (series.Count >= MostSeries) return;
            one = series.GetOrAdd(key, _ => new FigureSeries(sums && !observed, spreads));
        }
        one.Record(value);
    }

    private static string Name(Instrument instrument, bool counts)
    {
        string name = instrument.Name.Replace('.', '_').Replace('-', '_');
        if (instrument.Unit is "s") name += "_seconds";
        else if (instrument.Unit is "By") name += "_bytes";
        return counts ? name + "_total" : name;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (labels.IsEmpty) return "";
        var text = new StringBuilder();
        foreach (var (name, value) in labels)
        {
            if (text.Length > 0) text.Append(',');
            text.Append(name.Replace('.', '_')).Append("=\"").Append((value?.ToString() ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
        }
        return text.ToString();
    }
}
