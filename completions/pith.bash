# SPDX-License-Identifier: Apache-2.0
# Completion of `pith` in bash.

# One of the parts after a comma, as in links,tables.
_pith_parts()
{
    local prefix=""
    [[ $1 == *,* ]] && prefix=${1%,*},
    mapfile -t COMPREPLY < <(compgen -P "$prefix" \
        -W "links images tables emphasis title furniture related comments" -- "${1##*,}")
    compopt -o nospace 2>/dev/null
}

_pith()
{
    local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
    # bash takes --format=text for three words
    if [[ $word == "=" ]]; then
        word=""
    elif [[ $option == "=" ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    case $option in
    -i | --input)
        mapfile -t COMPREPLY < <(compgen -W "auto html text" -- "$word")
        return
        ;;
    -f | --format)
        mapfile -t COMPREPLY < <(compgen -W "text markdown json html tei" -- "$word")
        return
        ;;
    --favor)
        mapfile -t COMPREPLY < <(compgen -W "balance precision recall" -- "$word")
        return
        ;;
    --with | --without)
        _pith_parts "$word"
        return
        ;;
    -u | --url | -c | --charset | -j | --jobs | --timeout | --fragment)
        return
        ;;
    esac
    if [[ $word == -* && ${COMP_WORDS[1]} == explain ]]; then
        mapfile -t COMPREPLY < <(compgen -W "--format --favor --charset --help -f -c -h" -- "$word")
    elif [[ $word == -* && ${COMP_WORDS[1]} == tree ]]; then
        mapfile -t COMPREPLY < <(compgen -W "--fragment --stats --charset --help -c -h" -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "--input --format --output --url --charset --favor --with --without
            --related --comments --jobs --timeout --quiet --version --help
            -i -f -o -u -c -j -q -V -h" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        compopt -o filenames 2>/dev/null
    fi
}
complete -F _pith pith
