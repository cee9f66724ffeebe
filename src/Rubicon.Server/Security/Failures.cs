using System.Data.Common;
using Rubicon.Diagnostics;
using Rubicon.Server.Answers;

namespace Rubicon.Server.Security;

/// <summary>What goes wrong outside the code becomes a problem with its status here, once; a defect becomes 500 without its details.</summary>
internal sealed partial class Failures(RequestDelegate next, ILogger<Failures> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            bool large = error.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await ProblemAnswer.Write(context, error.StatusCode, large ? ProblemCatalog.BodyTooLarge : ProblemCatalog.BadQuery, large ? "a larger body" : "a request that is not HTTP as it should be");
        }
        catch (Exception error) when (error is DbException or IOException && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            StoreFailed(log, error.GetType().Name);
            await ProblemAnswer.Write(context, StatusCodes.Status503ServiceUnavailable, ProblemCatalog.StoreUnavailable, "no answer from the store");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            Defect(log, error);
            await ProblemAnswer.Write(context, StatusCodes.Status500InternalServerError, ProblemCatalog.ServerDefect, "an error of the program");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer: {Kind}")]
    private static partial void StoreFailed(ILogger log, string kind);

    [LoggerMessage(Level = LogLevel.Critical, Message = "A defect ended a request")]
    private static partial void Defect(ILogger log, Exception error);
}
