using System.Globalization;

namespace Rubicon.Cli.Scanning;

/// <summary>A line of progress on standard error, only when that is a terminal and the work is long.</summary>
internal sealed class ScanProgress(bool quiet) : IDisposable
{
    /// <summary>Short scans end before anybody would read a line.</summary>
    private const long FirstShown = 20_000;

    private readonly bool _shown = !quiet && !Console.IsErrorRedirected;
    private long _last;
    private bool _open;

    public void Show(long decided)
    {
        if (!_shown || decided < FirstShown || decided - _last < FirstShown) return;
        _last = decided;
        _open = true;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\rrubicon: {decided:N0} records decided"));
    }

    public void Dispose()
    {
        if (!_open) return;
        _open = false;
        Console.Error.Write("\r" + new string(' ', 60) + "\r");
    }
}
