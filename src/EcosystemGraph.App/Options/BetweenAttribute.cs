using System.ComponentModel.DataAnnotations;

namespace EcosystemGraph.App.Options;

/// <summary>Accepts whole numbers of a range, and names the one that it refuses.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BetweenAttribute(int low, int high) : ValidationAttribute
{
    /// <summary>The least that is accepted.</summary>
    public int Low => low;

    /// <summary>The most that is accepted.</summary>
    public int High => high;

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is int number && (number < low || number > high)
            ? new ValidationResult($"{number} does not do; expected {low} to {high}", [validationContext.MemberName!])
            : ValidationResult.Success;
}
