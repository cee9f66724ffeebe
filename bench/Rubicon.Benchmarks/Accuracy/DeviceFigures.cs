namespace Rubicon.Benchmarks.Accuracy;

/// <summary>Figures of one run over walks whose devices are known.</summary>
internal sealed record DeviceFigures
{
    /// <summary>Files.</summary>
    public int Walks { get; set; }

    /// <summary>Of these with any signal of the device's maker.</summary>
    public int WithSignal { get; set; }

    /// <summary>With a maker named.</summary>
    public int Named { get; set; }

    /// <summary>Walks of a maker that is known beforehand and was named or suspected.</summary>
    public List<string> Found { get; init; } = [];

    /// <summary>Those where it was neither.</summary>
    public List<string> Missed { get; init; } = [];

    /// <summary>Devices of others that were taken for those of a listed maker.</summary>
    public List<string> WronglyCovered { get; init; } = [];

    /// <summary>Walks whose model is stated.</summary>
    public int ModelsStated { get; set; }

    /// <summary>Model equal, case and signs aside.</summary>
    public int ModelsEqual { get; set; }

    /// <summary>One model contains the other.</summary>
    public int ModelsContained { get; set; }

    /// <summary>What is worse than before, in words; none when nothing is.</summary>
    public IEnumerable<string> WorseThan(DeviceFigures before)
    {
        if (Walks != before.Walks) yield return $"{Walks} walks, not the {before.Walks} of the baseline: figures of other data cannot be compared";
        foreach (string lost in before.Found.Except(Found, StringComparer.Ordinal)) yield return $"the maker of {lost} is lost";
        foreach (string wrong in WronglyCovered.Except(before.WronglyCovered, StringComparer.Ordinal)) yield return $"{wrong} is taken for a device of a listed maker";
        if (Named < before.Named) yield return $"makers named: {Named}, before {before.Named}";
        if (ModelsEqual < before.ModelsEqual) yield return $"models as stated: {ModelsEqual}, before {before.ModelsEqual}";
        if (ModelsEqual + ModelsContained < before.ModelsEqual + before.ModelsContained)
            yield return $"models as stated or contained: {ModelsEqual + ModelsContained}, before {before.ModelsEqual + before.ModelsContained}";
    }
}
