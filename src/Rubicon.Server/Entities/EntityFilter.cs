using System.Globalization;

namespace Rubicon.Server.Entities;

/// <summary>Which entities a request lets through: dataset of the path, and the parameters that every searching request has.</summary>
internal sealed class EntityFilter
{
    private readonly ServedEntities _entities;
    private readonly string _dataset;
    private readonly HashSet<string> _include, _exclude, _excludeSchema, _topics, _excludeIds;
    private readonly DateOnly? _changedSince;

    private EntityFilter(ServedEntities entities, string dataset, IQueryCollection query, DateOnly? changedSince)
    {
        (_entities, _dataset, _changedSince) = (entities, dataset, changedSince);
        HashSet<string> Of(string name) => [.. query[name].OfType<string>().Where(v => v.Length > 0)];
        (_include, _exclude, _excludeSchema, _topics, _excludeIds) = (Of("include_dataset"), Of("exclude_dataset"), Of("exclude_schema"), Of("topics"), Of("exclude_entity_ids"));
    }

    /// <summary>The filter, or the answer that says what is wrong.</summary>
    public static (EntityFilter? Filter, IResult? Wrong) Of(ServedEntities entities, string dataset, IQueryCollection query)
    {
        if (!entities.IsDataset(dataset)) return (null, ScreeningAnswer.Error(StatusCodes.Status404NotFound, $"No such dataset: {dataset}"));
        DateOnly? since = null;
        if (query["changed_since"].FirstOrDefault() is { Length: > 0 } text)
        {
            if (text.Length < 10 || !DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return (null, ScreeningAnswer.Error(StatusCodes.Status400BadRequest, "changed_since is no date: YYYY-MM-DD"));
            since = day;
        }
        return query["exclude_entity_ids"].Count > 50 ? (null, ScreeningAnswer.Error(StatusCodes.Status400BadRequest, "Too many exclude_entity_ids (limit: 50)")) : (new EntityFilter(entities, dataset, query, since), null);
    }

    public bool Lets(Entity entity) =>
        _entities.IsIn(entity, _dataset)
        && (_include.Count == 0 || _include.Any(d => _entities.IsIn(entity, d)))
        && !(_exclude.Count > 0 && entity.Datasets.All(d => _exclude.Any(x => _entities.Covers(x, d))))
        && !_excludeSchema.Contains(entity.Schema)
        && (_topics.Count == 0 || entity.Of("topics").Any(_topics.Contains))
        && !_excludeIds.Contains(entity.Id) && !entity.Referents.Any(_excludeIds.Contains)
        && (_changedSince is not { } since || entity.LastChange >= since);
}
