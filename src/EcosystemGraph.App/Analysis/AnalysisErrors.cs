using EcosystemGraph.Kernels;
using EcosystemGraph.Model;
using EcosystemGraph.Query;

namespace EcosystemGraph.App.Analysis;

/// <summary>Tells apart what was asked for wrongly from what could not be done.</summary>
internal static class AnalysisErrors
{
    /// <summary>Does the work within its time.</summary>
    /// <param name="timeout">The seconds that it may take; null for any.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UsageException">An argument, a parameter or a file does not do.</exception>
    /// <exception cref="FailedException">There is no result, or not in time.</exception>
    public static async Task<int> GuardAsync(double? timeout, Func<CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout is { } seconds) stop.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            return await work(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FailedException(FormattableString.Invariant($"it was not done within {timeout} seconds (--timeout); nothing is half-written"), error);
        }
        catch (InvalidInputException error)
        {
            throw new UsageException(error.Message, error);
        }
        catch (QueryException error) when (error.Code is QueryErrorCode.BadArgument or QueryErrorCode.NotFound or QueryErrorCode.Ambiguous)
        {
            throw new UsageException(error.Message, error);
        }
        catch (QueryException error)
        {
            throw new FailedException(error.Message, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailedException($"the result cannot be written: {error.Message}", error);
        }
        catch (KernelException error)
        {
            throw error.Code == KernelErrorCodes.BadArgument ? new UsageException(error.Message, error) : new FailedException(error.Message, error);
        }
    }
}
