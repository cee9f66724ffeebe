using System.Globalization;
using System.Text;

namespace Rubicon.Server.Figures;

/// <summary>One instrument's measurements under one set of labels. Thread-safe.</summary>
internal sealed class FigureSeries(bool adds, bool spreads)
{
    /// <summary>Seconds up to which requests are counted; the goals of the server lie among them.</summary>
    private static readonly double[] Bounds = [0.001, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 1, 5, 30];

    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[Bounds.Length];
    private double _value;
    private long _count;

    public void Record(double value)
    {
        lock (_lock)
        {
            _value = adds || spreads ? _value + value : value;
            _count++;
            for (int i = 0; spreads && i < Bounds.Length; i++)
                if (value <= Bounds[i]) _buckets[i]++;
        }
    }

    public void Write(StringBuilder text, string name, string labels)
    {
        lock (_lock)
        {
            if (!spreads)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{Braces(labels)} {_value}\n");
                return;
            }
            for (int i = 0; i < Bounds.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braces(Joined(labels, $"le=\"{Bounds[i].ToString(CultureInfo.InvariantCulture)}\""))} {_buckets[i]}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{Braces(Joined(labels, "le=\"+Inf\""))} {_count}\n{name}_sum{Braces(labels)} {_value}\n{name}_count{Braces(labels)} {_count}\n");
        }
    }

    private static string Joined(string labels, string more) => labels.Length == 0 ? more : labels + "," + more;

    private static string Braces(string labels) => labels.Length == 0 ? "" : "{" + labels + "}";
}
