using System.ComponentModel.DataAnnotations;

namespace EcosystemGraph.App.Options;

/// <summary>Accepts the kinds of store that this version has.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class StoreKindAttribute : ValidationAttribute
{
    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is Defaults.Store or null or ""
            ? ValidationResult.Success
            : new ValidationResult($"'{value}' is not a kind of store; this version has one: {Defaults.Store}", [validationContext.MemberName!]);
}
